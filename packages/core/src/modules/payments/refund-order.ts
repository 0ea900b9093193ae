import type { Tx } from "#infrastructure/database";
import { type Actor, isSystem } from "#kernel/actor";
import { sumMinor } from "#kernel/money";
import { hasOpenDispute } from "./dispute-repository.ts";
import type { Refund, RefundLine } from "./payment.ts";
import { disputeIsOpen, nothingToRefund, refundNeedsAdmin } from "./payment-errors.ts";
import { findRefundByKey, listPayments } from "./payment-repository.ts";
import type { PaymentDeps } from "./payments.ts";
import { requestRefund } from "./request-refund.ts";

/** Minor units an operator may return at once; more is an admin's to decide. */
export const operatorRefundLimitMinor = 20_000;

export interface OrderRefundRequest {
  readonly orderId: string;
  readonly lines: readonly RefundLine[];
  readonly reason: string;
  /** The same key asks once, for ever: asked again it answers with the first refund. */
  readonly requestKey: string;
}

/**
 * Asks for money of an order's lines to go back to the card it came from. Refused while the bank holds the same money
 * in a dispute: it would go back twice. Throws `order.not-found`, `payment.refund-needs-admin`,
 * `payment.dispute-open`, `payment.nothing-to-refund`, `payment.refund-exceeds`.
 */
export async function refundOrder(
  deps: PaymentDeps,
  tx: Tx,
  actor: Actor,
  request: OrderRefundRequest,
): Promise<Refund> {
  const amountMinor = sumMinor(request.lines.map((line) => line.amountMinor));
  if (actor.role !== "admin" && !isSystem(actor) && amountMinor > operatorRefundLimitMinor) {
    throw refundNeedsAdmin(operatorRefundLimitMinor);
  }
  await deps.orders.get(tx, actor, request.orderId);
  const payment = (await listPayments(tx, request.orderId)).find((candidate) => candidate.appliedMinor > 0);
  if (payment === undefined) throw nothingToRefund(request.orderId);
  const before = await findRefundByKey(tx, payment.id, request.requestKey);
  if (before !== null) return before;
  if (await hasOpenDispute(tx, payment.id)) throw disputeIsOpen(request.orderId);
  const { lines, reason, requestKey } = request;
  const made = await requestRefund(deps, tx, actor, { payment, amountMinor, lines, reason, requestKey, applied: true });
  // Null when the same key was faster in another transaction, which has committed by now.
  const refund = made ?? (await findRefundByKey(tx, payment.id, requestKey));
  if (refund === null) throw nothingToRefund(request.orderId);
  return refund;
}
