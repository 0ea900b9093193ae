import type { Tx } from "#infrastructure/database";
import { after, type Clock, days } from "#kernel/clock";
import { deleteUnusedQuotes } from "./line-quote-repository.ts";
import { purgeQuotesJob } from "./quote-jobs.ts";

/** How long an unused quote is kept after it expired: long enough to look into a complaint. */
const keptMs = days(7);
const batchSize = 5_000;

/** Deletes one batch of unused quotes; a full batch means there may be more. */
export async function purgeQuotes(deps: { readonly clock: Clock }, tx: Tx, round: number): Promise<void> {
  const deleted = await deleteUnusedQuotes(tx, after(deps.clock.wall(), -keptMs), batchSize);
  if (deleted === batchSize) tx.enqueue(purgeQuotesJob, { round: round + 1 });
}
