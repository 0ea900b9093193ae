import type { Tx } from "#infrastructure/database";
import { system } from "#kernel/actor";
import { sumMinor } from "#kernel/money";
import type { Transfer } from "#modules/ledger";
import type { Refund } from "./payment.ts";
import { refundFailed, refundSucceeded } from "./payment-events.ts";
import { findPayment, findRefund, releaseReserved, updateOpenRefund } from "./payment-repository.ts";
import type { PaymentDeps } from "./payments.ts";
import type { ProcessorRefund } from "./processors/processor.ts";
import { type RefundPart, splitRefund } from "./split-refund.ts";

/** Takes the processor's word on a refund. Once it has ended, later words change nothing. */
export async function applyRefund(deps: PaymentDeps, tx: Tx, answer: ProcessorRefund): Promise<void> {
  if (answer.refundId === null) return;
  const now = deps.clock.now();
  const state = answer.status === "pending" ? "submitted" : answer.status;
  const refund = await updateOpenRefund(tx, answer.refundId, {
    state,
    updatedAt: now,
    failure: answer.failure,
    ...(answer.id === "" ? {} : { processorId: answer.id }),
  });
  if (refund === null || state === "submitted") return;
  await releaseReserved(tx, refund.paymentId, refund.amountMinor, state === "succeeded", now);
  if (state === "succeeded") await book(deps, tx, refund);
  else await fail(deps, tx, refund);
}

async function fail(deps: PaymentDeps, tx: Tx, refund: Refund): Promise<void> {
  if (refund.applied) await deps.orders.releaseRefund(tx, refund.orderId, refund.lines);
  tx.publish(refundFailed, { ...ref(refund), why: refund.failure });
}

async function book(deps: PaymentDeps, tx: Tx, refund: Refund): Promise<void> {
  const actor = system("payments.apply-refund");
  const parts = refund.applied ? splitRefund(await deps.orders.get(tx, actor, refund.orderId), refund.lines) : [];
  await deps.ledger.post(tx, {
    journalKey: `refund:${refund.id}`,
    kind: "refund",
    orderId: refund.orderId,
    at: deps.clock.now(),
    transfers: refund.applied ? reversal(refund, parts) : returned(refund),
  });
  if (refund.applied) {
    const { id: refundId, amountMinor, lines } = refund;
    await deps.orders.recordRefund(tx, actor, refund.orderId, {
      refundId,
      amountMinor,
      lines,
    });
  }
  tx.publish(refundSucceeded, { ...ref(refund), parts });
}

const ref = ({ paymentId, orderId, amountMinor, currency, id: refundId, reason }: Refund) => ({
  paymentId,
  orderId,
  amountMinor,
  currency,
  refundId,
  reason,
});

const returned = ({ amountMinor, currency }: Refund): Transfer[] => [
  { debit: "unapplied_receipts", credit: "processor_clearing", amountMinor, currency },
];

/** Tax and net of what goes back, out of where the sale put them. */
function reversal({ amountMinor, currency }: Refund, parts: readonly RefundPart[]): Transfer[] {
  const taxMinor = sumMinor(parts.map((part) => part.taxMinor));
  return [
    { debit: "vat_payable", credit: "processor_clearing", amountMinor: taxMinor, currency },
    { debit: "deferred_revenue", credit: "processor_clearing", amountMinor: amountMinor - taxMinor, currency },
  ];
}

/** Sends a requested refund out and applies the answer. */
export async function submitRefund(deps: PaymentDeps, refundId: string): Promise<ProcessorRefund | null> {
  const refund = await findRefund(deps.database, refundId);
  if (refund === null || refund.state === "succeeded" || refund.state === "failed") return null;
  const payment = await findPayment(deps.database, refund.paymentId);
  if (payment?.processorId === undefined || payment.processorId === null) return null;
  return deps.processor.refund({ refundId, intentId: payment.processorId, amountMinor: refund.amountMinor });
}
