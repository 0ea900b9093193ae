import type { Tx } from "#infrastructure/database";
import type { Clock } from "#kernel/clock";
import { orderNotFound } from "./order-errors.ts";
import { closeOrderJob } from "./order-jobs.ts";
import { findOrder, updateFacts } from "./order-repository.ts";

/**
 * Counts a refill that was asked for (+1) or decided on (−1). An order is not closed over a request; the last decision
 * asks for the closing again, which checks for itself whether it is time.
 */
export async function countAskedRefill(
  deps: { clock: Clock },
  tx: Tx,
  orderId: string,
  change: 1 | -1,
  occasion: string,
): Promise<void> {
  const order = await findOrder(tx, orderId, { lock: true });
  if (order === null) throw orderNotFound(orderId);
  const askedRefills = order.askedRefills + change;
  await updateFacts(tx, orderId, { askedRefills, updatedAt: deps.clock.now() });
  if (askedRefills === 0 && order.state === "delivered") {
    tx.enqueue(closeOrderJob, { orderId }, { key: `${orderId} ${occasion}` });
  }
}
