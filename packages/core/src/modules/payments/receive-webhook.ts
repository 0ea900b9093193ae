import type { Scope, Tx } from "#infrastructure/database";
import { system } from "#kernel/actor";
import { isDomainError } from "#kernel/domain-error";
import { applyIntent } from "./apply-intent.ts";
import { applyRefund } from "./apply-refund.ts";
import { applyProcessorEventJob } from "./payment-jobs.ts";
import { findEvent, findPaymentByProcessorId, insertEvent, isSettled, updatePayment } from "./payment-repository.ts";
import type { PaymentDeps } from "./payments.ts";
import type { ProcessorMessage } from "./processors/processor.ts";

/**
 * Takes a message of the processor: checks its signature over the exact bytes, keeps it once, and leaves the rest to a
 * job, if it is news: most tell of what the answer to our own call said before. A message that is there already changes
 * nothing. Throws `webhook.signature-invalid`, and nothing is kept.
 */
export async function receiveWebhook(deps: PaymentDeps, rawBody: Uint8Array, signature: string | null): Promise<void> {
  const message = deps.processor.verify(rawBody, signature);
  const receivedAt = deps.clock.wall();
  if (!(await isNews(deps.database, message))) {
    await insertEvent(deps.database, message, receivedAt);
    return;
  }
  await deps.database.transaction(async (tx) => {
    const isNew = await insertEvent(tx, message, receivedAt);
    if (isNew) tx.enqueue(applyProcessorEventJob, { eventId: message.eventId }, { key: message.eventId });
  });
}

async function isNews(scope: Scope, message: ProcessorMessage): Promise<boolean> {
  if (message.kind !== "intent") return message.kind !== "other";
  const { paymentId } = message.intent;
  return paymentId !== null && !(await isSettled(scope, paymentId));
}

/** Applies a kept message, in whatever order messages come. */
export async function applyProcessorEvent(deps: PaymentDeps, tx: Tx, eventId: string): Promise<void> {
  const message = await findEvent(tx, eventId);
  if (message === null) return;
  if (message.kind === "intent") await applyIntent(deps, tx, message.intent);
  if (message.kind === "refund") await applyRefund(deps, tx, message.refund);
  if (message.kind === "dispute") await applyDispute(deps, tx, message);
}

async function applyDispute(
  deps: PaymentDeps,
  tx: Tx,
  message: Extract<ProcessorMessage, { kind: "dispute" }>,
): Promise<void> {
  const payment = await findPaymentByProcessorId(tx, message.intentId);
  if (payment === null || payment.appliedMinor === 0) return;
  const order = await deps.orders.findForUpdate(tx, payment.orderId);
  if (order === null) return;
  const actor = system("payments.apply-dispute");
  if (message.status === "open") {
    if (order.disputeOpen || payment.lostMinor > 0) return;
    await ignoreEnded(() =>
      deps.orders.transition(tx, actor, order.id, { command: "open-dispute", changes: { disputeOpen: true } }),
    );
    return;
  }
  if (!order.disputeOpen) return;
  if (message.status === "won") {
    await deps.orders.transition(tx, actor, order.id, { command: "win-dispute", changes: { disputeOpen: false } });
    return;
  }
  const lostMinor = Math.min(message.amountMinor, payment.capturedMinor - payment.refundedMinor);
  await updatePayment(tx, payment.id, { lostMinor });
  await deps.ledger.post(tx, {
    journalKey: `dispute:${message.eventId}`,
    kind: "dispute",
    orderId: order.id,
    at: deps.clock.now(),
    transfers: [
      { debit: "dispute_losses", credit: "processor_clearing", amountMinor: lostMinor, currency: payment.currency },
    ],
  });
  await deps.orders.transition(tx, actor, order.id, {
    command: "lose-dispute",
    changes: { disputeOpen: false, lostMinor: order.lostMinor + lostMinor },
  });
}

/** A dispute on an order that has ended stays a fact of the payment. */
async function ignoreEnded(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!isDomainError(error, "order.transition-refused")) throw error;
  }
}
