import type { Tx } from "#infrastructure/database";
import { system } from "#kernel/actor";
import { isDomainError } from "#kernel/domain-error";
import type { Transfer } from "#modules/ledger";
import type { OrderWithLines } from "#modules/orders";
import type { Payment } from "./payment.ts";
import { paymentFailed, paymentSucceeded, paymentUnapplied } from "./payment-events.ts";
import { updatePayment, updateUnsettled } from "./payment-repository.ts";
import type { PaymentDeps } from "./payments.ts";
import type { ProcessorIntent } from "./processors/processor.ts";
import { requestRefund } from "./request-refund.ts";

/** What applying did: `changed` is false when the same news had been applied before. */
export interface Applied {
  readonly changed: boolean;
  readonly payment: Payment | null;
}

/**
 * Takes the processor's word on one attempt: from the answer to our own call, a webhook, or a later look. Comes in any
 * order and any number of times; whoever is second changes nothing. Only our own payment's id in the intent counts,
 * and only our own row says what the amount should be.
 */
export async function applyIntent(
  deps: PaymentDeps,
  tx: Tx,
  intent: ProcessorIntent,
  placed?: OrderWithLines,
): Promise<Applied> {
  if (intent.paymentId === null) return { changed: false, payment: null };
  const now = deps.clock.now();
  const succeeded = intent.status === "succeeded";
  const payment = await updateUnsettled(tx, intent.paymentId, {
    state: intent.status,
    processorId: intent.id,
    nextActionUrl: intent.nextActionUrl,
    failureCode: intent.failure?.code ?? null,
    failureMessage: intent.failure?.message ?? null,
    updatedAt: now,
    capture: succeeded ? { amountMinor: intent.receivedMinor, currency: intent.currency } : null,
  });
  if (payment === null) return { changed: false, payment: null };
  if (succeeded) await capture(deps, tx, payment, intent, placed);
  else if (intent.status === "failed" || intent.status === "canceled") {
    tx.publish(paymentFailed, { ...ref(payment), failureCode: payment.failureCode });
  }
  return { changed: true, payment };
}

async function capture(
  deps: PaymentDeps,
  tx: Tx,
  payment: Payment,
  intent: ProcessorIntent,
  placed: OrderWithLines | undefined,
): Promise<void> {
  const order = payment.appliedMinor > 0 ? await confirm(deps, tx, payment, placed) : null;
  if (order === null) {
    await setAside(deps, tx, payment, whyUnapplied(payment, intent));
    return;
  }
  await deps.ledger.post(tx, {
    journalKey: `capture:${payment.id}`,
    kind: "capture",
    orderId: order.id,
    at: deps.clock.now(),
    transfers: captureTransfers(order),
  });
  tx.publish(paymentSucceeded, ref(payment));
}

function whyUnapplied(payment: Payment, intent: ProcessorIntent): string {
  if (intent.currency !== payment.currency) return `captured in ${intent.currency} instead of ${payment.currency}`;
  if (intent.receivedMinor !== payment.amountMinor)
    return `captured ${intent.receivedMinor} instead of ${payment.amountMinor}`;
  return "the order no longer waits for money";
}

/** The confirmed order, or null when it no longer waits or its total differs. */
async function confirm(
  deps: PaymentDeps,
  tx: Tx,
  payment: Payment,
  placed: OrderWithLines | undefined,
): Promise<OrderWithLines | null> {
  try {
    return await deps.orders.transition(tx, system("payments.apply-intent"), payment.orderId, {
      command: "confirm-payment",
      changes: { capturedMinor: payment.capturedMinor, paidAt: deps.clock.now() },
      metadata: { paymentId: payment.id },
      placed,
    });
  } catch (error) {
    if (isDomainError(error, "order.transition-refused")) return null;
    throw error;
  }
}

const captureTransfers = (order: OrderWithLines): Transfer[] => [
  { debit: "processor_clearing", credit: "deferred_revenue", amountMinor: order.netMinor, currency: order.currency },
  { debit: "processor_clearing", credit: "vat_payable", amountMinor: order.taxMinor, currency: order.currency },
];

/** Captured money that fits no order: booked apart, shown to a person, sent back in full. */
async function setAside(deps: PaymentDeps, tx: Tx, payment: Payment, why: string): Promise<void> {
  await updatePayment(tx, payment.id, { reviewReason: why, appliedMinor: 0 });
  const { capturedMinor: amountMinor, currency } = payment;
  await deps.ledger.post(tx, {
    journalKey: `unapplied:${payment.id}`,
    kind: "unapplied",
    orderId: payment.orderId,
    at: deps.clock.now(),
    transfers: [{ debit: "processor_clearing", credit: "unapplied_receipts", amountMinor, currency }],
  });
  await requestRefund(deps, tx, system("payments.apply-intent"), {
    payment,
    amountMinor,
    lines: [],
    reason: `Captured money that fits no order: ${why}`,
    requestKey: "unapplied",
    applied: false,
  });
  tx.publish(paymentUnapplied, { ...ref(payment), why });
}

const ref = (payment: Payment) => ({
  paymentId: payment.id,
  orderId: payment.orderId,
  amountMinor: payment.amountMinor,
  currency: payment.currency,
});
