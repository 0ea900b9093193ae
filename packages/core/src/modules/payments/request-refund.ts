import type { Tx } from "#infrastructure/database";
import { type Actor, recordActor } from "#kernel/actor";
import { invariant } from "#kernel/domain-error";
import { newId } from "#kernel/id";
import { sumMinor } from "#kernel/money";
import type { Payment, Refund, RefundLine } from "./payment.ts";
import { refundExceeds } from "./payment-errors.ts";
import { refundRequested } from "./payment-events.ts";
import { submitRefundJob } from "./payment-jobs.ts";
import { insertRefund, reserve } from "./payment-repository.ts";
import type { PaymentDeps } from "./payments.ts";

export interface RefundRequest {
  readonly payment: Payment;
  readonly amountMinor: number;
  /** Empty for money that belongs to no order; otherwise adds up to the amount. */
  readonly lines: readonly RefundLine[];
  readonly reason: string;
  /** The same request again is the same refund. */
  readonly requestKey: string;
  readonly applied: boolean;
}

/**
 * Reserves money and asks for it to go back. The reservation is one conditional update, so that 32 requests at once
 * can't promise more than was captured; each line's part likewise. Null when this request was made before. Throws `payment.refund-exceeds`.
 */
export async function requestRefund(
  deps: PaymentDeps,
  tx: Tx,
  actor: Actor,
  request: RefundRequest,
): Promise<Refund | null> {
  const { payment, amountMinor, lines } = request;
  invariant(amountMinor > 0, "a refund returns something");
  invariant(
    lines.length === 0 || sumMinor(lines.map((line) => line.amountMinor)) === amountMinor,
    "refund lines add up",
  );
  const now = deps.clock.now();
  const refund: Refund = {
    id: newId("rfd"),
    paymentId: payment.id,
    orderId: payment.orderId,
    requestKey: request.requestKey,
    state: "requested",
    amountMinor,
    currency: payment.currency,
    lines,
    reason: request.reason,
    applied: request.applied,
    processorId: null,
    failure: null,
    createdAt: now,
    updatedAt: now,
  };
  if (!(await insertRefund(tx, refund, recordActor(actor)))) return null;
  if ((await reserve(tx, payment.id, amountMinor, now)) === null) throw refundExceeds(amountMinor);
  if (!(await deps.orders.reserveRefund(tx, payment.orderId, lines))) throw refundExceeds(amountMinor);
  const { id: refundId, orderId, currency, reason } = refund;
  tx.publish(refundRequested, { paymentId: payment.id, orderId, amountMinor, currency, refundId, reason });
  tx.enqueue(submitRefundJob, { refundId: refund.id }, { key: refund.id });
  return refund;
}
