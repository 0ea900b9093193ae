import type { Tx } from "#infrastructure/database";
import type { ExternalRun } from "#infrastructure/jobs";
import { after, type Clock, hours, seconds } from "#kernel/clock";
import { type ReadingDeps, readAccount } from "./read-account.ts";
import { isPassing } from "./reading-failures.ts";
import { recordReading } from "./record-reading.ts";
import { watchAccountJob } from "./social-account-jobs.ts";
import { findAccount } from "./social-account-repository.ts";

/** Business milliseconds between the readings after a first validation: two days in all, then the watch ends. */
const gaps: readonly number[] = [hours(6), hours(6), hours(6), hours(6), hours(12), hours(12)];
/** On a fast clock: wall time between two readings of a channel. */
const floorWallMs = seconds(2);

/** Asks for the reading `step` of a watch. A channel that is watched already is not watched twice. */
export function watchNext(clock: Clock, tx: Tx, accountId: string, step: number): void {
  const gap = gaps[step - 1];
  if (gap === undefined) return;
  const runAt = after(clock.now(), Math.max(gap, floorWallMs * clock.epoch().rate));
  tx.enqueue(watchAccountJob, { accountId, step }, { key: `${accountId} ${step}`, runAt });
}

/** One reading of a watch, least urgent of all; a channel that can't be read for a lasting reason is let go. */
export async function watchAccount(
  deps: ReadingDeps,
  run: ExternalRun,
  request: { readonly accountId: string; readonly step: number },
): Promise<void> {
  const account = await findAccount(deps.database, request.accountId);
  if (account === null || !deps.reader.isMeasurable(account.platform)) return;
  const outcome = await readAccount(deps, account, "after");
  await run.complete(async (tx) => {
    await recordReading(deps, tx, account.id, outcome);
    if (outcome.status === "measured" || isPassing(outcome.failure.kind)) {
      watchNext(deps.clock, tx, account.id, request.step + 1);
    }
  });
}
