import type { Paper, PaperFormat } from "../paper.ts";
import { renderInvoiceHtml } from "./invoice-html.ts";
import { renderInvoicePdf } from "./invoice-pdf.ts";
import { invoiceView } from "./invoice-view.ts";
import { renderReceiptHtml } from "./receipt-html.ts";
import { renderReceiptPdf } from "./receipt-pdf.ts";
import { receiptView } from "./receipt-view.ts";

/** The bytes of a paper. The same paper makes the same bytes. */
export async function renderPaper({ content }: Paper, format: PaperFormat): Promise<Uint8Array> {
  if (content.kind === "invoice") {
    const view = invoiceView(content);
    return format === "pdf" ? renderInvoicePdf(view) : new TextEncoder().encode(renderInvoiceHtml(view));
  }
  const view = receiptView(content);
  return format === "pdf" ? renderReceiptPdf(view) : new TextEncoder().encode(renderReceiptHtml(view));
}
