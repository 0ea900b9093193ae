import type { Tx } from "#infrastructure/database";
import { system } from "#kernel/actor";
import { isDomainError } from "#kernel/domain-error";
import { newId } from "#kernel/id";
import type { TransitionRequest } from "#modules/orders";
import { bankDeadline } from "./bank-deadline.ts";
import { closeDispute, findDispute, hasOpenDispute, insertDispute } from "./dispute-repository.ts";
import type { Dispute, Payment } from "./payment.ts";
import { disputeClosed, disputeOpened } from "./payment-events.ts";
import { holdPaymentByProcessorId, updatePayment } from "./payment-repository.ts";
import type { PaymentDeps } from "./payments.ts";
import type { ProcessorMessage } from "./processors/processor.ts";

type DisputeMessage = Extract<ProcessorMessage, { kind: "dispute" }>;
const actor = system("payments.apply-dispute");

/**
 * Takes the processor's word on a dispute, in whatever order its messages come: an end that is heard first opens and
 * closes it at once, and an opening heard after its end changes nothing. The payment is locked before the order, as
 * everywhere.
 */
export async function applyDispute(deps: PaymentDeps, tx: Tx, message: DisputeMessage): Promise<void> {
  const payment = await holdPaymentByProcessorId(tx, message.intentId);
  if (payment === null) return;
  const known = await findDispute(tx, message.disputeId);
  const dispute = known ?? (await open(deps, tx, payment, message));
  if (message.status !== "open" && dispute.state === "open") await close(deps, tx, payment, dispute, message);
}

async function open(deps: PaymentDeps, tx: Tx, payment: Payment, message: DisputeMessage): Promise<Dispute> {
  const dispute: Dispute = {
    id: newId("dsp"),
    paymentId: payment.id,
    orderId: payment.orderId,
    processorId: message.disputeId,
    state: "open",
    amountMinor: message.amountMinor,
    lostMinor: 0,
    currency: payment.currency,
    reason: message.reason,
    evidenceDueAt: message.evidenceDueAt === null ? null : bankDeadline(deps.clock, message.evidenceDueAt),
    openedAt: deps.clock.now(),
    closedAt: null,
  };
  await insertDispute(tx, dispute);
  tx.publish(disputeOpened, ref(dispute));
  await move(deps, tx, payment, {
    command: "open-dispute",
    changes: { disputeOpen: true },
    metadata: { disputeId: dispute.id },
  });
  return dispute;
}

async function close(
  deps: PaymentDeps,
  tx: Tx,
  payment: Payment,
  dispute: Dispute,
  message: DisputeMessage,
): Promise<void> {
  const won = message.status === "won";
  const left = payment.capturedMinor - payment.refundedMinor - payment.reservedMinor - payment.lostMinor;
  const lostMinor = won || payment.appliedMinor === 0 ? 0 : Math.max(0, Math.min(message.amountMinor, left));
  await closeDispute(tx, dispute.id, { state: won ? "won" : "lost", lostMinor, closedAt: deps.clock.now() });
  tx.publish(disputeClosed, { ...ref(dispute), outcome: won ? "won" : "lost", lostMinor });
  if (lostMinor > 0) await bookLoss(deps, tx, payment, dispute, lostMinor);
  if (!won && lostMinor < dispute.amountMinor) {
    await updatePayment(tx, payment.id, { reviewReason: "A dispute was lost over money that had gone back in part" });
  }
  const order = await deps.orders.findForUpdate(tx, payment.orderId);
  if (order === null) return;
  await move(deps, tx, payment, {
    command: won ? "win-dispute" : "lose-dispute",
    changes: { disputeOpen: await hasOpenDispute(tx, payment.id), lostMinor: order.lostMinor + lostMinor },
    metadata: { disputeId: dispute.id },
  });
}

async function bookLoss(
  deps: PaymentDeps,
  tx: Tx,
  payment: Payment,
  dispute: Dispute,
  lostMinor: number,
): Promise<void> {
  await updatePayment(tx, payment.id, { lostMinor: payment.lostMinor + lostMinor });
  await deps.ledger.post(tx, {
    journalKey: `dispute:${dispute.id}`,
    kind: "dispute",
    orderId: payment.orderId,
    at: deps.clock.now(),
    transfers: [
      { debit: "dispute_losses", credit: "processor_clearing", amountMinor: lostMinor, currency: payment.currency },
    ],
  });
}

/** A dispute on an order that has ended, or over money that fitted none, stays a fact of the payment. */
async function move(deps: PaymentDeps, tx: Tx, payment: Payment, request: TransitionRequest): Promise<void> {
  if (payment.appliedMinor === 0) return;
  try {
    await deps.orders.transition(tx, actor, payment.orderId, request);
  } catch (error) {
    if (!isDomainError(error, "order.transition-refused")) throw error;
  }
}

const ref = (dispute: Dispute) => ({
  disputeId: dispute.id,
  paymentId: dispute.paymentId,
  orderId: dispute.orderId,
  amountMinor: dispute.amountMinor,
  currency: dispute.currency,
  reason: dispute.reason,
});
