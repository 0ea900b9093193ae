import type { Paper, PaperFormat } from "../paper.ts";
import { creditNoteView } from "./credit-note-view.ts";
import { renderInvoiceHtml } from "./invoice-html.ts";
import { renderInvoicePdf } from "./invoice-pdf.ts";
import { invoiceView } from "./invoice-view.ts";
import { renderReceiptHtml } from "./receipt-html.ts";
import { renderReceiptPdf } from "./receipt-pdf.ts";
import { receiptView } from "./receipt-view.ts";

/** The bytes of a paper. The same paper makes the same bytes. */
export async function renderPaper({ content }: Paper, format: PaperFormat): Promise<Uint8Array> {
  if (content.kind !== "receipt") {
    const view = content.kind === "invoice" ? invoiceView(content) : creditNoteView(content);
    return format === "pdf" ? renderInvoicePdf(view) : new TextEncoder().encode(renderInvoiceHtml(view));
  }
  const view = receiptView(content);
  return format === "pdf" ? renderReceiptPdf(view) : new TextEncoder().encode(renderReceiptHtml(view));
}
