import type { Tx } from "#infrastructure/database";
import type { Clock } from "#kernel/clock";
import { insertGap } from "./metric-history-repository.ts";
import { isPassing } from "./reading-failures.ts";
import type { MetricSnapshot, ReadingFailure, ReadingOutcome, SocialAccount } from "./social-account.ts";
import { identityLost } from "./social-account-events.ts";
import { findAccount, findSameSnapshot, insertSnapshot, updateFailure } from "./social-account-repository.ts";

/** Stores what a reading brought: the snapshot, or the reason why there is none, for which it returns null. */
export async function recordReading(
  deps: { readonly clock: Clock },
  tx: Tx,
  accountId: string,
  outcome: ReadingOutcome,
): Promise<MetricSnapshot | null> {
  if (outcome.status === "measured") {
    const { reading } = outcome;
    return (await findSameSnapshot(tx, accountId, reading)) ?? insertSnapshot(tx, accountId, reading);
  }
  const { failure, source = null } = outcome;
  const takenAt = deps.clock.now();
  await insertGap(tx, { accountId, takenAt, source, kind: failure.kind, retryAt: failure.retryAt });
  // A moment's trouble says nothing about the channel itself.
  if (isPassing(failure.kind)) return null;
  const before = await findAccount(tx, accountId);
  if (before !== null) announceLoss(tx, before, failure);
  await updateFailure(tx, accountId, failure, takenAt);
  return null;
}

/** Tells once that an account's name leads elsewhere; `before` as it was when the reading came. */
export function announceLoss(tx: Tx, before: SocialAccount, { kind }: ReadingFailure): void {
  const { id: accountId, ownerId, platform, platformUserId } = before;
  if (kind !== "ambiguous" || before.lastFailure === "ambiguous" || platformUserId === null) return;
  tx.publish(identityLost, { accountId, ownerId, platform, platformUserId });
}
