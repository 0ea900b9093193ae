import type { Scope, Tx } from "#infrastructure/database";
import { type Subscription, subscribe } from "#infrastructure/events";
import { type Actor, isStaff, isSystem } from "#kernel/actor";
import { DomainError } from "#kernel/domain-error";
import type { Fulfillment } from "#modules/fulfillment";
import type { Orders } from "#modules/orders";
import { type OrderRefundRequest, type Payments, type Refund, refundFailed, refundSucceeded } from "#modules/payments";
import { type AfterSales, getAfterSales } from "./get-after-sales.ts";
import { stopCoveredLines } from "./stop-covered-lines.ts";

/** What every use case of the module works with. */
export interface SupportDeps {
  readonly orders: Orders;
  readonly payments: Payments;
  readonly fulfillment: Fulfillment;
}

/** What people of ours do for an order after it was sold, across money and work. */
export interface Support {
  /**
   * Returns money of lines. A line whose whole price is promised back is not submitted any more; once it went back, the
   * line is taken back from its supplier too. Throws `auth.forbidden`, and what payments refuse with.
   */
  refund(tx: Tx, actor: Actor, request: OrderRefundRequest): Promise<Refund>;
  /** Refunds, disputes and the plan of each line. Throws `order.not-found`. */
  getAfterSales(scope: Scope, actor: Actor, orderId: string): Promise<AfterSales>;
  readonly subscriptions: readonly Subscription[];
}

export function createSupport(deps: SupportDeps): Support {
  return {
    refund: async (tx, actor, request) => {
      if (!isStaff(actor) && !isSystem(actor)) throw new DomainError("auth.forbidden", { action: "refund" });
      return deps.payments.refund(tx, actor, request);
    },
    getAfterSales: (scope, actor, orderId) => getAfterSales(deps, scope, actor, orderId),
    subscriptions: [
      subscribe(refundSucceeded, "support.stop-covered-lines", (tx, { payload }) =>
        stopCoveredLines(deps, tx, payload.orderId),
      ),
      subscribe(refundFailed, "support.resume-lines", (tx, { payload }) =>
        deps.fulfillment.submitReady(tx, payload.orderId, payload.refundId),
      ),
    ],
  };
}
