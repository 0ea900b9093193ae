import type { Tx } from "#infrastructure/database";
import { system } from "#kernel/actor";
import type { Clock } from "#kernel/clock";
import { closeOrderJob } from "./order-jobs.ts";
import { findOrder } from "./order-repository.ts";
import { guaranteeEnd, transitionOrder } from "./transition-order.ts";

/** Completes a delivered order whose guarantees are over; asked too early, or of another state, it does nothing. */
export async function closeOrder(deps: { clock: Clock }, tx: Tx, orderId: string): Promise<void> {
  const order = await findOrder(tx, orderId, { lock: true });
  if (order === null || order.state !== "delivered" || order.openRefills + order.askedRefills > 0) return;
  const now = deps.clock.now();
  const end = guaranteeEnd(order);
  if (end === null) return;
  if (end > now) {
    tx.enqueue(closeOrderJob, { orderId }, { key: `${orderId} ${end.toISOString()} again`, runAt: end });
    return;
  }
  await transitionOrder(deps, tx, system("orders.close-order"), orderId, {
    command: "close",
    changes: { closedAt: now },
  });
}
