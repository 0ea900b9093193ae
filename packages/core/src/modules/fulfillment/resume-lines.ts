import type { Tx } from "#infrastructure/database";
import { resumeLinesJob } from "./fulfillment-jobs.ts";
import { listReadyLines } from "./line-repository.ts";
import { enqueueSubmit } from "./move-line.ts";

const pageSize = 200;

/** A hold was lifted: lines of the order that wait are submitted again. `occasion` tells one lifting from the next. */
export async function resumeOrder(tx: Tx, orderId: string, occasion: string): Promise<void> {
  for (const line of await listReadyLines(tx, { orderId, limit: 1_000 })) enqueueSubmit(tx, line, { occasion });
}

/** A supplier takes orders again: every waiting line is submitted again, a page at a time. */
export async function resumeLines(
  tx: Tx,
  { occasion, afterId }: { readonly occasion: string; readonly afterId: string | null },
): Promise<void> {
  const lines = await listReadyLines(tx, { limit: pageSize, ...(afterId === null ? {} : { afterId }) });
  for (const line of lines) enqueueSubmit(tx, line, { occasion });
  const last = lines.at(-1);
  if (lines.length < pageSize || last === undefined) return;
  tx.enqueue(resumeLinesJob, { occasion, afterId: last.id }, { key: `${occasion} ${last.id}` });
}
