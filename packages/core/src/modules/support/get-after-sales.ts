import type { Scope } from "#infrastructure/database";
import type { Actor } from "#kernel/actor";
import type { FulfillmentLine } from "#modules/fulfillment";
import type { OrderWithLines } from "#modules/orders";
import type { Dispute, Refund } from "#modules/payments";
import type { SupportDeps } from "./support.ts";

/** An order's money on its way back, its disputes, and how each of its lines is meant to be delivered. */
export interface AfterSales {
  readonly order: OrderWithLines;
  /** Oldest first; refunds of money that fitted no order are left out. */
  readonly refunds: readonly Refund[];
  readonly disputes: readonly Dispute[];
  readonly lines: readonly FulfillmentLine[];
}

/** Throws `order.not-found`. */
export async function getAfterSales(
  deps: SupportDeps,
  scope: Scope,
  actor: Actor,
  orderId: string,
): Promise<AfterSales> {
  const order = await deps.orders.get(scope, actor, orderId);
  const [refunds, disputes, lines] = await Promise.all([
    deps.payments.listRefunds(scope, orderId),
    deps.payments.listDisputes(scope, orderId),
    deps.fulfillment.listLines(scope, orderId),
  ]);
  return { order, refunds: refunds.filter((refund) => refund.applied), disputes, lines };
}
