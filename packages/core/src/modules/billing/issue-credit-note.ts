import type { Tx } from "#infrastructure/database";
import { system } from "#kernel/actor";
import { invariant } from "#kernel/domain-error";
import { newId } from "#kernel/id";
import { sumMinor } from "#kernel/money";
import type { OrderWithLines } from "#modules/orders";
import type { BillingDeps } from "./billing.ts";
import { creditNoteIssued } from "./billing-events.ts";
import { storePaperJob } from "./billing-jobs.ts";
import { channelText } from "./channel-text.ts";
import { issueInvoice } from "./issue-invoice.ts";
import {
  type CreditNoteContent,
  type CreditNoteLine,
  type InvoiceContent,
  type Paper,
  paperNumber,
  seriesAt,
  taxParts,
} from "./paper.ts";
import { findPaperOfOrder, hasCreditNote, insertNumbered, lockSeries } from "./paper-repository.ts";

/** Money that went back. `parts` is of which lines, with the tax in it; minor units. */
interface Returned {
  readonly refundId: string;
  readonly paymentId: string;
  readonly orderId: string;
  readonly parts: readonly { readonly lineId: string; readonly amountMinor: number; readonly taxMinor: number }[];
}

/**
 * Writes the credit note of a refund, once; money that paid for no order was never invoiced and gets none. Events come
 * in any order: the invoice is written here where it isn't yet. The number is drawn under the lock of its series.
 */
export async function issueCreditNote(deps: BillingDeps, tx: Tx, returned: Returned): Promise<void> {
  if (returned.parts.length === 0) return;
  const order = await deps.orders.get(tx, system("billing.issue-credit-note"), returned.orderId);
  const invoice = (await findInvoice(tx, order.id)) ?? (await issueFirst(deps, tx, returned));
  const issuedAt = deps.clock.now();
  const series = seriesAt(issuedAt, "credit_note");
  const serial = (await lockSeries(tx, series)) + 1;
  if (await hasCreditNote(tx, returned.refundId)) return;
  const number = paperNumber(series, serial);
  const content = creditNoteContent({ number, issuedAt, returned, order, invoice });
  const paper: Paper = { id: newId("ppr"), orderId: order.id, number, issuedAt, content };
  await insertNumbered(tx, paper, { series, serial });
  tx.publish(creditNoteIssued, {
    paperId: paper.id,
    orderId: order.id,
    number,
    refundId: returned.refundId,
    amountMinor: content.totalMinor,
    currency: content.currency,
  });
  tx.enqueue(storePaperJob, { paperId: paper.id }, { key: paper.id });
}

async function findInvoice(tx: Tx, orderId: string): Promise<InvoiceContent | null> {
  const content = (await findPaperOfOrder(tx, orderId, "invoice"))?.content;
  return content?.kind === "invoice" ? content : null;
}

async function issueFirst(deps: BillingDeps, tx: Tx, returned: Returned): Promise<InvoiceContent> {
  await issueInvoice(deps, tx, returned);
  const invoice = await findInvoice(tx, returned.orderId);
  invariant(invoice !== null, "money of an order that goes back was invoiced");
  return invoice;
}

interface Issue {
  readonly number: string;
  readonly issuedAt: Date;
  readonly returned: Returned;
  readonly order: OrderWithLines;
  readonly invoice: InvoiceContent;
}

function creditNoteContent({ number, issuedAt, returned, order, invoice }: Issue): CreditNoteContent {
  const lines = returned.parts.map((part) => lineOf(order, part));
  const netMinor = sumMinor(lines.map((line) => line.netMinor));
  const taxMinor = sumMinor(lines.map((line) => line.taxMinor));
  return {
    kind: "credit_note",
    number,
    locale: invoice.locale,
    issuedAt: issuedAt.toISOString(),
    refundId: returned.refundId,
    invoiceNumber: invoice.number,
    invoiceIssuedAt: invoice.issuedAt,
    orderNumber: invoice.orderNumber,
    seller: invoice.seller,
    buyer: invoice.buyer,
    currency: invoice.currency,
    lines,
    taxes: taxParts(lines),
    netMinor,
    taxMinor,
    totalMinor: netMinor + taxMinor,
    tax: invoice.tax,
  };
}

function lineOf(order: OrderWithLines, part: Returned["parts"][number]): CreditNoteLine {
  const line = order.lines.find((candidate) => candidate.id === part.lineId);
  invariant(line !== undefined, "what goes back is of a line of the order");
  return {
    lineId: line.id,
    title: line.product.title[order.locale],
    channel: channelText(line.platformContext),
    invoicedNetMinor: line.netMinor,
    netMinor: part.amountMinor - part.taxMinor,
    taxMinor: part.taxMinor,
    taxRateBp: line.taxRateBp,
  };
}
