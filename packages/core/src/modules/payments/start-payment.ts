import type { Currency } from "@smplat/contracts/vocabulary";
import type { Tx } from "#infrastructure/database";
import { after, minutes, seconds } from "#kernel/clock";
import { newId } from "#kernel/id";
import type { Payment } from "./payment.ts";
import { expireOrderJob, settlePaymentJob } from "./payment-jobs.ts";
import { insertPayment } from "./payment-repository.ts";
import type { PaymentDeps } from "./payments.ts";

export interface NewPayment {
  readonly orderId: string;
  readonly amountMinor: number;
  readonly currency: Currency;
  readonly paymentMethodId: string;
  readonly returnUrl: string | null;
  /** Has the card's holder prove themselves to their bank; false when absent. */
  readonly authenticationDemanded?: boolean;
}

const deadlineMs = minutes(30);
const settleAfterMs = seconds(45);

/**
 * Writes the intent to pay before anybody outside hears of it, with the job that completes it should this process die,
 * and the order's deadline.
 */
export async function startPayment(deps: PaymentDeps, tx: Tx, input: NewPayment): Promise<Payment> {
  const now = deps.clock.now();
  const wall = deps.clock.wall();
  const payment: Payment = {
    authenticationDemanded: false,
    ...input,
    id: newId("pay"),
    state: "created",
    processorId: null,
    authorizedMinor: 0,
    capturedMinor: 0,
    appliedMinor: 0,
    refundedMinor: 0,
    reservedMinor: 0,
    lostMinor: 0,
    failureCode: null,
    failureMessage: null,
    nextActionUrl: null,
    reviewReason: null,
    createdAt: now,
    updatedAt: now,
  };
  await insertPayment(tx, payment);
  tx.enqueue(settlePaymentJob, { paymentId: payment.id }, { key: payment.id, runAtWall: after(wall, settleAfterMs) });
  tx.enqueue(expireOrderJob, { orderId: input.orderId }, { key: input.orderId, runAtWall: after(wall, deadlineMs) });
  return payment;
}
