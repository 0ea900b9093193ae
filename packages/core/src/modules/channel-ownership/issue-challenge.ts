import type { Scope } from "#infrastructure/database";
import { type Actor, ownerOf } from "#kernel/actor";
import { after } from "#kernel/clock";
import { DomainError } from "#kernel/domain-error";
import { newId } from "#kernel/id";
import { expireOpenChallenges, insertChallenge } from "./challenge-repository.ts";
import type { OwnershipDeps } from "./channel-ownership.ts";
import { type Challenge, challengeLivesMs } from "./ownership.ts";
import { notProvable } from "./ownership-errors.ts";
import { newProofCode } from "./proof-code.ts";

/**
 * A new code for a channel of the actor, in place of an older one. It is bound to who asked, to the platform's own id
 * of the channel and to what it is for.
 *
 * Throws `auth.required`, `channel.not-found`, and `ownership.not-provable` for a channel nobody could read yet.
 */
export async function issueChallenge(
  deps: OwnershipDeps,
  scope: Scope,
  actor: Actor,
  accountId: string,
): Promise<Challenge> {
  const ownerId = requireOwner(actor);
  const account = await deps.socialAccounts.findOwned(scope, actor, accountId);
  if (!deps.socialAccounts.isMeasurable(account.platform)) throw notProvable("no-source");
  if (account.platformUserId === null) throw notProvable("never-read");
  const wall = deps.clock.wall();
  const challenge: Challenge = {
    id: newId("och"),
    ownerId,
    accountId,
    platformUserId: account.platformUserId,
    purpose: "ownership",
    code: newProofCode(),
    state: "issued",
    checks: 0,
    issuedAt: wall,
    expiresAt: after(wall, challengeLivesMs),
    nextCheckAt: wall,
    settledAt: null,
    method: null,
    evidence: null,
  };
  await scope.transaction(async (tx) => {
    await expireOpenChallenges(tx, challenge, wall);
    await insertChallenge(tx, challenge);
  });
  return challenge;
}

export function requireOwner(actor: Actor): string {
  const ownerId = ownerOf(actor);
  if (ownerId === null) throw new DomainError("auth.required");
  return ownerId;
}
