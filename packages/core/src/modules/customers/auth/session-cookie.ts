import { createHmac, timingSafeEqual } from "node:crypto";

/** The cookie of a session. `__Host-` keeps other subdomains from setting it; browsers take that prefix over https only. */
export const sessionCookieName = (publicUrl: string): string =>
  publicUrl.startsWith("https:") ? "__Host-smplat_session" : "smplat_session";

/** The session's token, if the cookie is there and carries our signature (HMAC-SHA256 in base64 behind the last dot). */
export function readSessionCookie(cookies: string, name: string, secret: string): string | null {
  for (const part of cookies.split(";")) {
    const equals = part.indexOf("=");
    if (equals === -1 || part.slice(0, equals).trim() !== name) continue;
    const token = verified(decoded(part.slice(equals + 1).trim()), secret);
    if (token !== null) return token;
  }
  return null;
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return "";
  }
}

function verified(value: string, secret: string): string | null {
  const dot = value.lastIndexOf(".");
  if (dot < 1) return null;
  const token = value.slice(0, dot);
  const expected = createHmac("sha256", secret).update(token).digest();
  const given = Buffer.from(value.slice(dot + 1), "base64");
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : null;
}
