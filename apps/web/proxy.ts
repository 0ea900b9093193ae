import { type NextRequest, NextResponse } from "next/server";
import { config as surroundings } from "#config.ts";
import { defaultLocale, splitLocale } from "#i18n/locales.ts";
import { contentSecurityPolicy, securityHeaders } from "#security-headers.ts";
import {
  formatPlatform,
  parsePlatform,
  platformCookie,
  platformCookieMaxAge,
  type ShopPlatform,
} from "#shop-context/platform-context.ts";
import { requestHeaders } from "#shop-context/request-headers.ts";

/** Everything but the API, the framework's own files and files with an extension. */
export const config = { matcher: ["/((?!api/|_next/|.*\\..*).*)"] };

/** Each page gets its language, its channel and its policy. */
export function proxy(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl;
  const { locale, path } = splitLocale(pathname);
  if (locale === defaultLocale && path !== pathname) {
    return NextResponse.redirect(new URL(path + search, surroundings.publicUrl), 308);
  }
  const nonce = crypto.randomUUID().replaceAll("-", "");
  const policy = contentSecurityPolicy(nonce);
  const { platform, changed } = platformOf(request);
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  headers.set("x-nonce", nonce);
  headers.set("x-request-id", request.headers.get("x-request-id") ?? crypto.randomUUID());
  headers.set(requestHeaders.locale, locale);
  headers.set(requestHeaders.path, path);
  headers.set(requestHeaders.search, search);
  headers.set(requestHeaders.platform, encodeURIComponent(formatPlatform(platform) ?? ""));
  const response = NextResponse.next({ request: { headers } });
  for (const [name, value] of Object.entries(securityHeaders(policy))) response.headers.set(name, value);
  if (changed) keepPlatform(response, platform);
  return response;
}

/** `?platform=` wins over the cookie; `none` forgets it; a bare platform keeps a known handle of the same platform. */
function platformOf(request: NextRequest): { platform: ShopPlatform | null; changed: boolean } {
  const kept = parsePlatform(request.cookies.get(platformCookie)?.value);
  const asked = request.nextUrl.searchParams.get("platform");
  if (asked === "none") return { platform: null, changed: kept !== null };
  const platform = parsePlatform(asked);
  if (platform === null) return { platform: kept, changed: false };
  if (platform.handle === null && kept?.platform === platform.platform) return { platform: kept, changed: false };
  return { platform, changed: true };
}

function keepPlatform(response: NextResponse, platform: ShopPlatform | null): void {
  const value = formatPlatform(platform);
  if (value === null) response.cookies.delete(platformCookie);
  else response.cookies.set(platformCookie, value, { path: "/", maxAge: platformCookieMaxAge, sameSite: "lax" });
}
