import { DomainError } from "#kernel/domain-error";
import { resolveSession, type SessionDeps } from "./resolve-session.ts";
import type { LiveSession } from "./session-repository.ts";

/** The session of a member of staff, also while it owes the second factor. */
export async function staffSession(deps: SessionDeps, cookies: string): Promise<LiveSession> {
  const session = await resolveSession(deps, cookies);
  if (session === null) throw new DomainError("auth.required");
  if (session.role === "customer") throw new DomainError("auth.forbidden");
  return session;
}
