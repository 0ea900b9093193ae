import type { Core } from "@smplat/core";
import type { Actor } from "@smplat/core/kernel/actor";

/** An order with what payments, billing and the clock know of it: everything its page shows. */
export async function loadOrder(core: Core, actor: Actor, orderId: string) {
  const order = await core.orders.get(core.database, actor, orderId);
  const [payment, papers] = await Promise.all([
    core.payments.findLatest(core.database, order.id),
    core.billing.listPapers(core.database, order.id),
  ]);
  return { order, payment, papers, allowed: core.orders.allowed(actor, order), now: core.clock.now() };
}

export type LoadedOrder = Awaited<ReturnType<typeof loadOrder>>;
