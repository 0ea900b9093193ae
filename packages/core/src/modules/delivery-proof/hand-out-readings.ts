import type { Tx } from "#infrastructure/database";
import { after, minutes, seconds } from "#kernel/clock";
import { countHanded, handOutDue, takeBackHanded } from "./due-repository.ts";
import { handOutAt, handToQueue } from "./plan-reading.ts";
import type { ProofDeps } from "./proof-deps.ts";
import { handOutReadingsJob } from "./proof-jobs.ts";

/** So many readings are in the queue at most, however many are due: the rest waits in the plan. */
export const handedMax = 200;
/** Wall time after which a reading in the queue counts as lost: longer than all the tries of a job that is alive. */
const lostAfterMs = minutes(60);

/** Gives the readings that are due to the queue, as many as it has room for, and comes back for the rest. */
export async function handOutReadings(deps: Pick<ProofDeps, "clock">, tx: Tx): Promise<void> {
  const { clock } = deps;
  const wall = clock.wall();
  await takeBackHanded(tx, after(wall, -lostAfterMs));
  const room = handedMax - (await countHanded(tx));
  if (room <= 0) return handOutAt(tx, after(wall, seconds(0.5)));
  const handed = await handOutDue(tx, { now: clock.now(), wall, limit: room });
  for (const due of handed) handToQueue(tx, due, wall);
  if (handed.length === room) tx.enqueue(handOutReadingsJob, {});
}
