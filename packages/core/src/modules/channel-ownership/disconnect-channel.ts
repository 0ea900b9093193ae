import type { Actor } from "#kernel/actor";
import { expireOpenChallenges } from "./challenge-repository.ts";
import type { OwnershipDeps } from "./channel-ownership.ts";
import { insertDisconnected } from "./channel-repository.ts";
import { requireOwner } from "./issue-challenge.ts";

/**
 * Takes a channel off the actor's list: the platform is told that the consent is over, its tokens are forgotten, an open
 * code ends. Orders and readings stay, they are records; a proof of ownership stays too, it was given to us.
 *
 * Calls the outside: no transaction may be open. Throws `auth.required`, `channel.not-found`.
 */
export async function disconnectChannel(deps: OwnershipDeps, actor: Actor, accountId: string): Promise<void> {
  const ownerId = requireOwner(actor);
  await deps.socialAccounts.findOwned(deps.database, actor, accountId);
  // The platform may not answer; forgetting the tokens must not wait for it.
  await deps.socialAccounts.revokeConnection(accountId);
  await deps.database.transaction(async (tx) => {
    await deps.socialAccounts.dropConnection(tx, accountId);
    await expireOpenChallenges(tx, { ownerId, accountId, purpose: "ownership" }, deps.clock.wall());
    await insertDisconnected(tx, accountId, deps.clock.now());
  });
}
