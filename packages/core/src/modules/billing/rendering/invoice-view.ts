import { formatDay, formatMoney, formatNumber, formatRate } from "#kernel/format";
import type { InvoiceContent, InvoiceLine } from "../paper.ts";
import { buyerLines, type Fact, type PaperFrame, sellerView } from "./paper-view.ts";
import { type PaperWords, paperWords } from "./paper-words.ts";

/** What an invoice or a credit note shows: they are set alike. */
export interface InvoiceView extends PaperFrame {
  readonly head: {
    readonly description: string;
    readonly quantity: string;
    readonly rate: string;
    readonly net: string;
  };
  readonly rows: readonly InvoiceRow[];
  readonly subtotals: readonly Fact[];
  readonly total: Fact;
  readonly paid: string;
  readonly payment: string;
}

export interface InvoiceRow {
  readonly title: string;
  /** The channel and what was chosen. */
  readonly details: readonly string[];
  readonly quantity: string;
  readonly unit: string;
  readonly rate: string;
  readonly net: string;
}

/** The invoice in the words and formats of its reader. */
export function invoiceView(content: InvoiceContent): InvoiceView {
  const { locale, currency, taxes } = content;
  const words = paperWords[locale];
  const money = (amountMinor: number) => formatMoney(amountMinor, currency, locale);
  return {
    locale,
    heading: `${words.invoice} ${content.number}`,
    issuedAt: new Date(content.issuedAt),
    ...sellerView(content.seller, locale),
    buyerLines: buyerLines(content.buyer, content.seller, locale),
    facts: factsOf(content, words),
    head: { description: words.description, quantity: words.quantity, rate: words.rate, net: words.net },
    rows: content.lines.map((line) => rowOf(line, content)),
    subtotals: [
      { label: words.netTotal, value: money(content.netMinor) },
      ...taxes.map(({ rateBp, netMinor, taxMinor }) => ({
        label: words.tax(formatRate(rateBp, locale), money(netMinor)),
        value: money(taxMinor),
      })),
    ],
    total: { label: words.total, value: money(content.totalMinor) },
    paid: words.paid(formatDay(new Date(content.paidAt), locale)),
    payment: `${words.paymentReference} ${content.paymentId}`,
    notes: content.tax.note === null ? [words.service] : [content.tax.note[locale], words.service],
  };
}

function factsOf(content: InvoiceContent, words: PaperWords): Fact[] {
  const day = (instant: string) => formatDay(new Date(instant), content.locale);
  const { taxId } = content.buyer;
  return [
    { label: words.invoiceNumber, value: content.number },
    { label: words.invoiceDate, value: day(content.issuedAt) },
    { label: words.order, value: content.orderNumber },
    { label: words.orderedOn, value: day(content.orderedAt) },
    { label: words.paidOn, value: day(content.paidAt) },
    ...(taxId === null ? [] : [{ label: words.buyerTaxId, value: taxId }]),
  ];
}

function rowOf(line: InvoiceLine, { locale, currency }: InvoiceContent): InvoiceRow {
  return {
    title: line.title,
    details: [...(line.channel === null ? [] : [line.channel]), ...line.summary],
    quantity: formatNumber(line.quantity, locale),
    unit: line.unit,
    rate: formatRate(line.taxRateBp, locale),
    net: formatMoney(line.netMinor, currency, locale),
  };
}
