import type { Tx } from "#infrastructure/database";
import { type Actor, isStaff, system } from "#kernel/actor";
import type { FulfillmentDeps } from "./deps.ts";

/** The hold reason of an order that waits because every supplier refused a line; a replay lifts this hold only. */
export const stalledReason = "No supplier took a line; a person is looking for one";

const holdable: ReadonlySet<string> = new Set(["processing", "active", "delivered", "refilling"]);

/** Holds an order whose line nobody takes; one that is held or disputed already stays as it is. */
export async function holdForSupplier(deps: FulfillmentDeps, tx: Tx, orderId: string): Promise<void> {
  const order = await deps.orders.findForUpdate(tx, orderId);
  if (order === null || !holdable.has(order.state)) return;
  await deps.orders.transition(tx, system("fulfillment"), orderId, { command: "hold", reason: stalledReason });
}

/** Lifts the hold that {@link holdForSupplier} made, and no other. */
export async function resumeFromStall(deps: FulfillmentDeps, tx: Tx, actor: Actor, orderId: string): Promise<void> {
  const order = await deps.orders.findForUpdate(tx, orderId);
  if (order === null || order.state !== "on_hold" || order.holdReason !== stalledReason || !isStaff(actor)) return;
  await deps.orders.transition(tx, actor, orderId, { command: "resume", reason: "The line is sent again" });
}
