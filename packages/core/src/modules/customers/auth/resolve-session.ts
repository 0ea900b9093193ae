import type { Scope } from "#infrastructure/database";
import type { Clock } from "#kernel/clock";
import { readSessionCookie } from "./session-cookie.ts";
import { customerLimits, staffLimits } from "./session-limits.ts";
import { findLiveSession, type LiveSession, touchSession } from "./session-repository.ts";

/** What it takes to read a session's cookie. */
export interface SessionDeps {
  readonly scope: Scope;
  readonly clock: Clock;
  readonly cookieName: string;
  readonly secret: string;
  /** Whether staff must have a second factor. */
  readonly secondFactorDemanded: boolean;
}

/** The session of a Cookie header: one statement, now and then a second that notes the use; none without a cookie. */
export async function resolveSession(deps: SessionDeps, cookies: string): Promise<LiveSession | null> {
  const token = readSessionCookie(cookies, deps.cookieName, deps.secret);
  if (token === null) return null;
  const now = deps.clock.wall();
  const session = await findLiveSession(deps.scope, token, now, deps.secondFactorDemanded);
  if (session === null) return null;
  const { touchMs } = session.role === "customer" ? customerLimits : staffLimits;
  if (now.getTime() - session.usedAt.getTime() >= touchMs) await touchSession(deps.scope, session, now);
  return session;
}
