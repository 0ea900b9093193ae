import type { Tx } from "#infrastructure/database";
import { after, type Clock, seconds } from "#kernel/clock";
import { checkPagesJob } from "./liveness-jobs.ts";

/** Wall time. Pages due within the same stretch are looked at by one job. */
const tickMs = seconds(0.5);

/** Has due pages looked at once a moment of business time has come, at the end of the half second it lies in. */
export function ringAt(clock: Clock, tx: Tx, business: Date): void {
  const soonest = after(clock.wall(), 1).getTime();
  const tick = Math.ceil(Math.max(soonest, clock.wallAt(business).getTime()) / tickMs) * tickMs;
  tx.enqueue(checkPagesJob, {}, { key: `${tick}`, runAtWall: new Date(tick) });
}
