import type { Tx } from "#infrastructure/database";
import type { Clock } from "#kernel/clock";
import { findClaim, findClaimsOfOwner, updateLapsed } from "./claim-repository.ts";
import type { Claim } from "./ownership.ts";
import { claimExpiring, claimLapsed } from "./ownership-events.ts";

interface OfProof {
  readonly claimId: string;
  readonly provenAt: string;
}

/** The proof a job was made for, if it still is the one that counts. */
async function findSameProof(tx: Tx, { claimId, provenAt }: OfProof): Promise<Claim | null> {
  const claim = await findClaim(tx, claimId, { lock: true });
  return claim !== null && claim.state === "proven" && claim.provenAt.toISOString() === provenAt ? claim : null;
}

/** Says that a proof's time is nearly over, so that its owner is reminded. */
export async function remindOwner(tx: Tx, of: OfProof): Promise<void> {
  const claim = await findSameProof(tx, of);
  if (claim !== null) tx.publish(claimExpiring, { claimId: claim.id, ownerId: claim.ownerId });
}

/** Notes that a proof's time is over. It stopped counting by itself; this makes it visible. */
export async function lapseAged(deps: { readonly clock: Clock }, tx: Tx, of: OfProof): Promise<void> {
  const claim = await findSameProof(tx, of);
  if (claim === null || claim.expiresAt > deps.clock.now()) return;
  await lapseClaim(deps, tx, claim, "age");
}

/** The name a channel was proven under leads elsewhere, seen by any reading: the proof counts no more. */
export async function lapseLost(
  deps: { readonly clock: Clock },
  tx: Tx,
  lost: { readonly accountId: string; readonly ownerId: string; readonly platformUserId: string },
): Promise<void> {
  const claims = await findClaimsOfOwner(tx, lost.ownerId, [lost.platformUserId]);
  // The same channel under the name it has now is proven through another account.
  const under = claims.filter((claim) => claim.accountId === lost.accountId);
  for (const claim of under) await lapseClaim(deps, tx, claim, "identity_changed");
}

/** Takes a proof's weight away until the channel is proven again. */
export async function lapseClaim(
  deps: { readonly clock: Clock },
  tx: Tx,
  claim: Claim,
  reason: "age" | "identity_changed",
): Promise<void> {
  if (claim.state !== "proven") return;
  await updateLapsed(tx, claim.id, { reason, changedAt: deps.clock.now() });
  tx.publish(claimLapsed, { claimId: claim.id, ownerId: claim.ownerId, reason });
}
