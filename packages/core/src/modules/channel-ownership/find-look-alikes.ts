import type { Scope } from "#infrastructure/database";
import type { SocialAccount } from "#modules/social-accounts";
import { findLookAlikes } from "./claim-repository.ts";
import { handleSkeleton } from "./handle-skeleton.ts";

/** Another channel of the same platform whose name can be taken for this one's. */
export interface LookAlike {
  /** Its name if it is the person's own; null for a stranger's, which is proven to be theirs. */
  readonly handle: string | null;
}

/**
 * Channels of these whose names look like another of the person's own, or like one that somebody proved: a typing
 * error there is work for a stranger. One statement per platform.
 */
export async function findLookAlikeNames(
  scope: Scope,
  accounts: readonly SocialAccount[],
): Promise<ReadonlyMap<string, LookAlike>> {
  const found = new Map<string, LookAlike>();
  for (const platform of new Set(accounts.map((account) => account.platform))) {
    const here = accounts
      .filter((account) => account.platform === platform)
      .map((account) => ({ account, skeleton: handleSkeleton(account.handle) }));
    const skeletons = [...new Set(here.map((entry) => entry.skeleton))];
    const proven = await findLookAlikes(scope, platform, skeletons);
    for (const { account, skeleton } of here) {
      const own = here.find((other) => other.skeleton === skeleton && !isSame(other.account, account));
      const strange = proven.find((claim) => claim.skeleton === skeleton && !isSame(claim, account));
      if (own !== undefined) found.set(account.id, { handle: own.account.handle });
      else if (strange !== undefined) found.set(account.id, { handle: null });
    }
  }
  return found;
}

interface Named {
  readonly handle: string;
  readonly platformUserId: string | null;
}

const isSame = (a: Named, b: Named): boolean =>
  a.handle === b.handle || (a.platformUserId !== null && a.platformUserId === b.platformUserId);
