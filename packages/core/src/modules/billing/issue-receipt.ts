import type { Tx } from "#infrastructure/database";
import { system } from "#kernel/actor";
import { after, hours } from "#kernel/clock";
import { newId } from "#kernel/id";
import type { BillingDeps } from "./billing.ts";
import { receiptIssued } from "./billing-events.ts";
import { issueReceiptJob, storePaperJob } from "./billing-jobs.ts";
import { channelText } from "./channel-text.ts";
import { buyerOf } from "./issue-invoice.ts";
import type { Paper, ReceiptContent } from "./paper.ts";
import { findPaperOfOrder, insertUnnumbered } from "./paper-repository.ts";

/** How long after the delivery the receipt is written: the reading at the end of the work needs a moment. */
const readingMs = hours(1);

export function scheduleReceipt(tx: Tx, orderId: string, deliveredAt: Date): void {
  tx.enqueue(issueReceiptJob, { orderId }, { key: orderId, runAt: after(deliveredAt, readingMs) });
}

/** Writes what was delivered and what was seen of it, once. */
export async function issueReceipt(deps: BillingDeps, tx: Tx, orderId: string): Promise<void> {
  const order = await deps.orders.get(tx, system("billing.issue-receipt"), orderId);
  if (order.deliveredAt === null || order.number === null) return;
  const issuedAt = deps.clock.now();
  const proof = await deps.proof(tx, order.id, order.locale);
  const invoice = await findPaperOfOrder(tx, order.id, "invoice");
  const content: ReceiptContent = {
    kind: "receipt",
    locale: order.locale,
    issuedAt: issuedAt.toISOString(),
    orderNumber: order.number,
    orderedAt: order.placedAt.toISOString(),
    deliveredAt: order.deliveredAt.toISOString(),
    invoiceNumber: invoice?.number ?? null,
    seller: deps.seller,
    buyer: buyerOf(order),
    verifyUrl: proof.verifyUrl,
    lines: proof.lines.map((line) => {
      const ordered = order.lines.find((candidate) => candidate.id === line.lineId);
      return { ...line, channel: channelText(ordered?.platformContext ?? null), evidence: ordered?.evidence ?? [] };
    }),
  };
  const paper: Paper = { id: newId("ppr"), orderId: order.id, number: null, issuedAt, content };
  if (!(await insertUnnumbered(tx, paper))) return;
  tx.publish(receiptIssued, { paperId: paper.id, orderId: order.id });
  tx.enqueue(storePaperJob, { paperId: paper.id }, { key: paper.id });
}
