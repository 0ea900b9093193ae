import type { Tx } from "#infrastructure/database";
import { seconds } from "#kernel/clock";
import { type DueKey, saveDue } from "./due-repository.ts";
import type { DueReading } from "./proof.ts";
import type { ProofDeps } from "./proof-deps.ts";
import { handOutReadingsJob, takeSnapshotJob } from "./proof-jobs.ts";

/** Wall time. Readings due within the same stretch are handed out together, by one job. */
const tickMs = seconds(0.5);

/**
 * Plans a reading. One whose time has come goes to the queue at once; for the others one job per half second of wall
 * time looks what is due.
 */
export async function planReading(deps: Pick<ProofDeps, "clock">, tx: Tx, due: DueReading): Promise<void> {
  const { clock } = deps;
  const wall = clock.wall();
  if (due.nextAt <= clock.now()) {
    await saveDue(tx, due, wall);
    handToQueue(tx, due, wall);
    return;
  }
  await saveDue(tx, due, null);
  handOutAt(tx, clock.wallAt(due.nextAt));
}

/** The job of one reading; `handedAt` tells its runs apart, should one be lost. */
export function handToQueue(tx: Tx, due: DueKey & Pick<DueReading, "attempt">, handedAt: Date): void {
  const { lineId, phase, step, attempt } = due;
  tx.enqueue(
    takeSnapshotJob,
    { lineId, phase, step },
    { key: `${lineId} ${phase} ${step} try ${attempt} at ${handedAt.getTime()}` },
  );
}

/** Has due readings handed out at the end of the half second this moment of wall time lies in. */
export function handOutAt(tx: Tx, wall: Date): void {
  const tick = Math.ceil(wall.getTime() / tickMs) * tickMs;
  tx.enqueue(handOutReadingsJob, {}, { key: `${tick}`, runAtWall: new Date(tick) });
}
