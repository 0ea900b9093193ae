import type { Tx } from "#infrastructure/database";
import type { Clock } from "#kernel/clock";
import { deleteOver } from "./attempt-repository.ts";
import { forgetMoreJob } from "./risk-jobs.ts";

const partsMax = 200;

/** Removes what the retention time is over for; what does not fit into one transaction follows in the next. */
export async function forget(deps: { readonly clock: Clock }, tx: Tx, part: number): Promise<void> {
  const isMore = await deleteOver(tx, deps.clock.wall());
  if (isMore && part < partsMax) tx.enqueue(forgetMoreJob, { part: part + 1 });
}
