import type { OwnershipMethod } from "@smplat/contracts/vocabulary";
import type { Tx } from "#infrastructure/database";
import { after, type Clock } from "#kernel/clock";
import { newId } from "#kernel/id";
import type { SocialAccount } from "#modules/social-accounts";
import { demoteOthers, lockIdentity, upsertClaim } from "./claim-repository.ts";
import { handleSkeleton } from "./handle-skeleton.ts";
import { type Claim, type OwnershipEvidence, proofLivesMs, reminderLeadMs } from "./ownership.ts";
import { claimDemoted, claimProven } from "./ownership-events.ts";
import { lapseClaimJob, remindOwnerJob } from "./ownership-jobs.ts";

export interface NewProof {
  readonly ownerId: string;
  readonly account: Pick<SocialAccount, "id" | "platform" | "handle">;
  readonly platformUserId: string;
  readonly method: OwnershipMethod;
  readonly evidence: OwnershipEvidence;
}

/**
 * Writes that somebody proved a channel. The latest proof wins: whoever had the channel before is demoted and told. Two
 * who prove it at once take turns, and the second one has it.
 */
export async function recordProof(deps: { readonly clock: Clock }, tx: Tx, proof: NewProof): Promise<Claim> {
  const { ownerId, account, platformUserId, method, evidence } = proof;
  const { platform, handle, id: accountId } = account;
  const now = deps.clock.now();
  await lockIdentity(tx, platform, platformUserId);
  for (const lost of await demoteOthers(tx, { ownerId, platform, platformUserId }, now)) {
    tx.publish(claimDemoted, { claimId: lost.id, ownerId: lost.ownerId });
  }
  const claim = await upsertClaim(tx, {
    id: newId("clm"),
    ...{ ownerId, accountId, platform, platformUserId, handle, method, evidence },
    skeleton: handleSkeleton(handle),
    state: "proven",
    reason: null,
    provenAt: now,
    expiresAt: after(now, proofLivesMs),
    changedAt: now,
  });
  tx.publish(claimProven, { claimId: claim.id, ownerId, accountId, platform, method });
  watchAge(tx, claim);
  return claim;
}

/** Asks for the reminder and for the end of a proof, once each. */
function watchAge(tx: Tx, { id: claimId, provenAt, expiresAt }: Claim): void {
  const payload = { claimId, provenAt: provenAt.toISOString() };
  const key = `${claimId} ${payload.provenAt}`;
  tx.enqueue(remindOwnerJob, payload, { key, runAt: after(expiresAt, -reminderLeadMs) });
  tx.enqueue(lapseClaimJob, payload, { key, runAt: expiresAt });
}
