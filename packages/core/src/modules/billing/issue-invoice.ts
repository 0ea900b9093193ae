import type { Tx } from "#infrastructure/database";
import { system } from "#kernel/actor";
import { invariant } from "#kernel/domain-error";
import { newId } from "#kernel/id";
import type { OrderWithLines } from "#modules/orders";
import type { TaxAssessment } from "#modules/tax";
import type { BillingDeps } from "./billing.ts";
import { invoiceIssued } from "./billing-events.ts";
import { storePaperJob } from "./billing-jobs.ts";
import { channelText } from "./channel-text.ts";
import { type Buyer, type InvoiceContent, type Paper, paperNumber, seriesAt, taxParts } from "./paper.ts";
import { findPaperOfOrder, insertNumbered, lockSeries } from "./paper-repository.ts";

/**
 * Writes the invoice of a paid order, once: whoever comes second finds it. The number is drawn last, under the lock of
 * its series, so that the wait of others is short and a failed transaction takes its number back.
 */
export async function issueInvoice(
  deps: BillingDeps,
  tx: Tx,
  payment: { readonly paymentId: string; readonly orderId: string },
): Promise<void> {
  const order = await deps.orders.get(tx, system("billing.issue-invoice"), payment.orderId);
  const issuedAt = deps.clock.now();
  const assessment = deps.tax.assess({
    sellerCountry: deps.seller.country,
    billingCountry: order.billing.address.country,
    taxId: order.billing.taxId,
  });
  const series = seriesAt(issuedAt);
  const serial = (await lockSeries(tx, series)) + 1;
  if ((await findPaperOfOrder(tx, order.id, "invoice")) !== null) return;
  const number = paperNumber(series, serial);
  const content = invoiceContent(deps, order, { number, issuedAt, assessment, paymentId: payment.paymentId });
  const paper: Paper = { id: newId("ppr"), orderId: order.id, number, issuedAt, content };
  await insertNumbered(tx, paper, { series, serial });
  tx.publish(invoiceIssued, { paperId: paper.id, orderId: order.id, number });
  tx.enqueue(storePaperJob, { paperId: paper.id }, { key: paper.id });
}

interface Issue {
  readonly number: string;
  readonly issuedAt: Date;
  readonly assessment: TaxAssessment;
  readonly paymentId: string;
}

function invoiceContent(deps: BillingDeps, order: OrderWithLines, issue: Issue): InvoiceContent {
  const { locale, paidAt, number: orderNumber } = order;
  invariant(paidAt !== null && orderNumber !== null, "an order with an invoice was paid");
  const { treatment, label, note } = issue.assessment;
  return {
    kind: "invoice",
    number: issue.number,
    locale,
    issuedAt: issue.issuedAt.toISOString(),
    orderNumber,
    orderedAt: order.placedAt.toISOString(),
    paidAt: paidAt.toISOString(),
    paymentId: issue.paymentId,
    seller: deps.seller,
    buyer: buyerOf(order),
    currency: order.currency,
    lines: order.lines.map((line) => ({
      title: line.product.title[locale],
      unit: line.product.unit[locale],
      quantity: line.quantity,
      summary: line.summary,
      channel: channelText(line.platformContext),
      netMinor: line.netMinor,
      taxMinor: line.taxMinor,
      taxRateBp: line.taxRateBp,
    })),
    taxes: taxParts(order.lines),
    netMinor: order.netMinor,
    taxMinor: order.taxMinor,
    totalMinor: order.totalMinor,
    tax: { treatment, label, note },
  };
}

export const buyerOf = ({ contact, billing }: OrderWithLines): Buyer => ({
  name: contact.name,
  email: contact.email,
  company: billing.company,
  taxId: billing.taxId,
  address: billing.address,
});
