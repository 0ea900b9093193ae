import type { Tx } from "#infrastructure/database";
import type { Clock } from "#kernel/clock";
import { updateChallengeOwner } from "./challenge-repository.ts";
import { deleteClaim, listClaimsOfOwner, lockIdentity, updateClaimOwner } from "./claim-repository.ts";
import type { Claim } from "./ownership.ts";

/**
 * Gives a guest's claims and open codes to the customer they turned out to be. Where both have a claim to one channel,
 * the one that is proven stays, else the newer.
 */
export async function moveClaims(
  deps: { readonly clock: Clock },
  tx: Tx,
  fromOwnerId: string,
  toOwnerId: string,
): Promise<void> {
  const kept = new Map((await listClaimsOfOwner(tx, toOwnerId)).map((claim) => [identityOf(claim), claim]));
  const moving = (await listClaimsOfOwner(tx, fromOwnerId)).toSorted((a, b) =>
    identityOf(a) < identityOf(b) ? -1 : 1,
  );
  for (const claim of moving) {
    await lockIdentity(tx, claim.platform, claim.platformUserId);
    const other = kept.get(identityOf(claim));
    if (other !== undefined && outweighs(other, claim)) {
      await deleteClaim(tx, claim.id);
      continue;
    }
    if (other !== undefined) await deleteClaim(tx, other.id);
    await updateClaimOwner(tx, claim.id, toOwnerId);
  }
  await updateChallengeOwner(tx, fromOwnerId, toOwnerId, deps.clock.wall());
}

const identityOf = (claim: Claim): string => `${claim.platform} ${claim.platformUserId}`;

const outweighs = (a: Claim, b: Claim): boolean =>
  (a.state === "proven") === (b.state === "proven") ? a.changedAt >= b.changedAt : a.state === "proven";
