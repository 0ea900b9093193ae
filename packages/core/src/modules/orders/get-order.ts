import type { Scope } from "#infrastructure/database";
import type { Actor } from "#kernel/actor";
import type { OrderWithLines } from "./order.ts";
import { orderNotFound } from "./order-errors.ts";
import { maySee } from "./order-policy.ts";
import { type AuditEntry, findOrder, listAudit } from "./order-repository.ts";

/** One order with its lines. Throws `order.not-found` when it isn't there or isn't the actor's to see. */
export async function getOrder(scope: Scope, actor: Actor, orderId: string): Promise<OrderWithLines> {
  const order = await findOrder(scope, orderId, { lock: false });
  if (order === null || !maySee(actor, order)) throw orderNotFound(orderId);
  return order;
}

/** Every transition of an order, oldest first. Throws `order.not-found` as {@link getOrder} does. */
export async function getAudit(scope: Scope, actor: Actor, orderId: string): Promise<AuditEntry[]> {
  await getOrder(scope, actor, orderId);
  return listAudit(scope, orderId);
}
