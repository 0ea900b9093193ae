import type { Tx } from "#infrastructure/database";
import { after, days, hours } from "#kernel/clock";
import type { OrderWithLines } from "#modules/orders";
import type { ReceiptCause } from "./receipt.ts";
import { issueReceiptJob } from "./receipt-jobs.ts";
import type { ReceiptsDeps } from "./receipts-deps.ts";

/** How long a reading that is due may take before the receipt that is to hold it is written. */
const readingMs = hours(1);

const moments: readonly { readonly cause: ReceiptCause; readonly offsetMs: number }[] = [
  { cause: "completed", offsetMs: 0 },
  { cause: "after-1d", offsetMs: hours(24) },
  { cause: "after-7d", offsetMs: days(7) },
  { cause: "after-30d", offsetMs: days(30) },
];

/** A line is done: a receipt then, and one after each later reading of its channel. */
export function scheduleReceipts(
  tx: Tx,
  { orderId, lineId, completedAt }: { readonly orderId: string; readonly lineId: string; readonly completedAt: Date },
): void {
  for (const { cause, offsetMs } of moments) {
    const occasion = { orderId, lineId, cause, key: null };
    tx.enqueue(issueReceiptJob, occasion, {
      key: `${lineId} ${cause}`,
      runAt: after(completedAt, offsetMs + readingMs),
    });
  }
}

/** Something changed what can be said about lines: a receipt for each, an hour from now. */
export function scheduleChanged(
  deps: Pick<ReceiptsDeps, "clock">,
  tx: Tx,
  lines: readonly Pick<OrderWithLines["lines"][number], "id" | "orderId">[],
  { cause, key }: { readonly cause: ReceiptCause; readonly key: string },
): void {
  const runAt = after(deps.clock.now(), readingMs);
  for (const { id: lineId, orderId } of lines) {
    tx.enqueue(issueReceiptJob, { orderId, lineId, cause, key }, { key: `${lineId} ${cause} ${key}`, runAt });
  }
}
