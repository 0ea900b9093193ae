import type { Tx } from "#infrastructure/database";
import type { Clock } from "#kernel/clock";
import { isPassing } from "./reading-failures.ts";
import type { MetricSnapshot, ReadingOutcome } from "./social-account.ts";
import { insertSnapshot, updateFailure } from "./social-account-repository.ts";

/** Stores what a reading brought. Returns the snapshot, or null for a failure. */
export async function recordReading(
  deps: { readonly clock: Clock },
  tx: Tx,
  accountId: string,
  outcome: ReadingOutcome,
): Promise<MetricSnapshot | null> {
  if (outcome.status === "measured") return insertSnapshot(tx, accountId, outcome.reading);
  // A moment's trouble says nothing about the channel itself.
  if (!isPassing(outcome.failure.kind)) await updateFailure(tx, accountId, outcome.failure, deps.clock.now());
  return null;
}
