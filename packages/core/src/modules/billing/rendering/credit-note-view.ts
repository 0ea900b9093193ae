import { formatDay, formatMoney, formatRate } from "#kernel/format";
import type { CreditNoteContent } from "../paper.ts";
import type { InvoiceView } from "./invoice-view.ts";
import { buyerLines, type Fact, sellerView } from "./paper-view.ts";
import { type PaperWords, paperWords } from "./paper-words.ts";

/** The credit note in the words and formats of its reader. It is set like the invoice it corrects. */
export function creditNoteView(content: CreditNoteContent): InvoiceView {
  const { locale, currency, taxes } = content;
  const words = paperWords[locale];
  const money = (amountMinor: number) => formatMoney(amountMinor, currency, locale);
  const invoicedOn = formatDay(new Date(content.invoiceIssuedAt), locale);
  const correction = words.corrects(content.invoiceNumber, invoicedOn);
  return {
    locale,
    heading: `${words.creditNote} ${content.number}`,
    issuedAt: new Date(content.issuedAt),
    ...sellerView(content.seller, locale),
    buyerLines: buyerLines(content.buyer, content.seller, locale),
    facts: factsOf(content, words),
    head: { description: words.description, quantity: words.invoicedNet, rate: words.rate, net: words.creditedNet },
    rows: content.lines.map((line) => ({
      title: line.title,
      details: line.channel === null ? [] : [line.channel],
      quantity: money(line.invoicedNetMinor),
      unit: "",
      rate: formatRate(line.taxRateBp, locale),
      net: money(line.netMinor),
    })),
    subtotals: [
      { label: words.netTotal, value: money(content.netMinor) },
      ...taxes.map(({ rateBp, netMinor, taxMinor }) => ({
        label: words.tax(formatRate(rateBp, locale), money(netMinor)),
        value: money(taxMinor),
      })),
    ],
    total: { label: words.creditTotal, value: money(content.totalMinor) },
    paid: words.wentBack(money(content.totalMinor)),
    payment: `${words.refundReference} ${content.refundId}`,
    notes: content.tax.note === null ? [correction] : [content.tax.note[locale], correction],
  };
}

function factsOf(content: CreditNoteContent, words: PaperWords): Fact[] {
  const day = (instant: string) => formatDay(new Date(instant), content.locale);
  const { taxId } = content.buyer;
  return [
    { label: words.creditNoteNumber, value: content.number },
    { label: words.issuedOn, value: day(content.issuedAt) },
    { label: words.toInvoice, value: content.invoiceNumber },
    { label: words.invoiceDate, value: day(content.invoiceIssuedAt) },
    { label: words.order, value: content.orderNumber },
    ...(taxId === null ? [] : [{ label: words.buyerTaxId, value: taxId }]),
  ];
}
