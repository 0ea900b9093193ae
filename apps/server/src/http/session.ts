import type { Core, SignedInPerson } from "@smplat/core";
import { type Actor, anonymous } from "@smplat/core/kernel/actor";
import { DomainError } from "@smplat/core/kernel/domain-error";
import { giveGuestSecret, guestCookieName } from "./guest-cookie.ts";
import type { Visitor } from "./handler.ts";

export interface Session {
  readonly actor: Actor;
  readonly guestOwnerId: string | null;
  /** What staff still owes before the session counts; until then the actor is anonymous. */
  readonly awaiting: SignedInPerson["awaiting"];
}

/** The session of doors that answer everybody alike. */
export const nobody: Session = { actor: anonymous, guestOwnerId: null, awaiting: null };

/** Who sends this: a signed-in person, a guest with a secret, or nobody known. Without either no query is made. */
export async function resolveSession(core: Core, headers: Headers): Promise<Session> {
  const secret = guestSecretOf(headers);
  const cookies = headers.get("cookie") ?? "";
  const person = core.customers.mayHoldSession(cookies) ? await core.customers.resolveSession(headers) : null;
  const guestOwnerId = secret === null ? null : await core.customers.resolveGuest(core.database, secret);
  if (person !== null && person.awaiting !== null) return { actor: anonymous, guestOwnerId, awaiting: person.awaiting };
  if (person !== null) {
    const actor: Actor =
      person.role === "customer"
        ? { role: "customer", ownerId: person.customerId }
        : { role: person.role, staffId: person.customerId };
    return { actor, guestOwnerId, awaiting: null };
  }
  const actor: Actor = guestOwnerId === null ? anonymous : { role: "guest", ownerId: guestOwnerId };
  return { actor, guestOwnerId, awaiting: null };
}

/** The buyer behind a request; a visitor without a name becomes a guest, whose secret leaves in cookie and header. */
export async function buyerOf(core: Core, actor: Actor, visitor: Pick<Visitor, "setCookie" | "setHeader">) {
  if (actor.role === "guest" || actor.role === "customer") return actor;
  if (actor.role !== "anonymous") throw new DomainError("auth.forbidden");
  const guest = await core.customers.createGuest(core.database);
  giveGuestSecret(core, visitor, guest.secret);
  return { role: "guest", ownerId: guest.ownerId } as const;
}

function guestSecretOf(headers: Headers): string | null {
  const header = headers.get("x-guest-token");
  const cookie = header ?? cookieOf(headers.get("cookie") ?? "", guestCookieName);
  return cookie !== null && /^[\w-]{43}$/.test(cookie) ? cookie : null;
}

function cookieOf(cookies: string, name: string): string | null {
  for (const part of cookies.split(";")) {
    const [key, value] = part.trim().split("=");
    if (key === name && value !== undefined) return value;
  }
  return null;
}

/**
 * Refuses a change that another site's page may have sent with our cookies. Requests without cookies carry no
 * borrowed rights and pass.
 */
export function refuseCrossSite(method: string, headers: Headers, publicOrigin: string): void {
  if (method === "GET" || method === "HEAD" || !headers.has("cookie")) return;
  const site = headers.get("sec-fetch-site");
  if (site === "same-origin") return;
  const origin = headers.get("origin");
  if (site === null && origin === publicOrigin) return;
  throw new DomainError("request.cross-site");
}
