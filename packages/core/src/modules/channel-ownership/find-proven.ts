import type { Scope } from "#infrastructure/database";
import type { OwnershipDeps } from "./channel-ownership.ts";
import { findClaimsOfOwner } from "./claim-repository.ts";
import { claimOn, ownershipOf } from "./list-channels.ts";
import type { Claim } from "./ownership.ts";

/** Which of these accounts a person has proven to be theirs, by id. Two statements, however many there are. */
export async function findProven(
  deps: OwnershipDeps,
  scope: Scope,
  ownerId: string,
  accountIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const claims = await findClaimsByAccount(deps, scope, ownerId, accountIds);
  return new Set([...claims].flatMap(([accountId, { proven }]) => (proven ? [accountId] : [])));
}

/** A claim, and whether it counts now. */
export interface OwnershipClaim {
  readonly claim: Claim;
  readonly proven: boolean;
}

/** What a person can say of these accounts, by id; those without a claim are left out. */
export async function findClaimsByAccount(
  deps: OwnershipDeps,
  scope: Scope,
  ownerId: string,
  accountIds: readonly string[],
): Promise<ReadonlyMap<string, OwnershipClaim>> {
  const accounts = await deps.socialAccounts.findByIds(scope, accountIds);
  const identities = accounts.flatMap((account) => account.platformUserId ?? []);
  const claims = await findClaimsOfOwner(scope, ownerId, identities);
  const now = deps.clock.now();
  return new Map(
    accounts.flatMap((account) => {
      const claim = claimOn(account, claims);
      if (claim === undefined) return [];
      return [[account.id, { claim, proven: ownershipOf(account, claim, now) === "proven" }] as const];
    }),
  );
}
