import type { Scope } from "#infrastructure/database";
import type { Clock } from "#kernel/clock";
import type { Person } from "../customer.ts";
import { readSessionCookie } from "./session-cookie.ts";
import { customerLimits, staffLimits } from "./session-limits.ts";
import { findLiveSession, touchSession } from "./session-repository.ts";

/** Who a request's session belongs to: one statement, now and then a second that notes the use; none without a cookie. */
export async function resolveSession(
  deps: { readonly scope: Scope; readonly clock: Clock; readonly cookieName: string; readonly secret: string },
  headers: Headers,
): Promise<Person | null> {
  const token = readSessionCookie(headers.get("cookie") ?? "", deps.cookieName, deps.secret);
  if (token === null) return null;
  const now = deps.clock.wall();
  const session = await findLiveSession(deps.scope, token, now);
  if (session === null) return null;
  const { touchMs } = session.role === "customer" ? customerLimits : staffLimits;
  if (now.getTime() - session.usedAt.getTime() >= touchMs) await touchSession(deps.scope, session, now);
  const { sessionId: _, usedAt: __, ...person } = session;
  return person;
}
