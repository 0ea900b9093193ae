import type { InvoiceRow, InvoiceView } from "./invoice-view.ts";
import { drawFooters, drawLetterhead, drawNotes } from "./letterhead.ts";
import { palette } from "./palette.ts";
import { drawSheet, heightOf, type Pdf, page, roomFor, rule, type TextStyle, textWidth, write } from "./sheet.ts";

/** Right edges of the columns of numbers; the description takes what is left of them. */
const column = { quantity: 388, rate: 446, net: page.right } as const;
const descriptionWidth = 246;
const totalsLeft = 320;

export function renderInvoicePdf(view: InvoiceView): Promise<Uint8Array> {
  return drawSheet(view, (pdf) => {
    let y = drawHead(pdf, view, drawLetterhead(pdf, view));
    for (const row of view.rows) y = drawRow(pdf, view, row, y);
    y = drawTotals(pdf, view, y + 8);
    y = drawPaid(pdf, view, y + 18);
    const notesHeight = view.notes.reduce((sum, note) => sum + heightOf(pdf, note, { size: 8.5 }) + 12, 0);
    drawNotes(pdf, view.notes, roomFor(pdf, y + 18, notesHeight));
    drawFooters(pdf, view);
  });
}

function drawHead(pdf: Pdf, { head }: InvoiceView, y: number): number {
  const style = { size: 8, color: palette.subtle, weight: "medium" } as const;
  write(pdf, head.description, page.left, y, style);
  writeRight(pdf, head.quantity, column.quantity, y, style);
  writeRight(pdf, head.rate, column.rate, y, style);
  const height = writeRight(pdf, head.net, column.net, y, style);
  rule(pdf, y + height + 4, { color: palette.ink, width: 0.8 });
  return y + height + 4;
}

function drawRow(pdf: Pdf, view: InvoiceView, row: InvoiceRow, top: number): number {
  const title: TextStyle = { size: 10, weight: "medium", width: descriptionWidth };
  const detail: TextStyle = { size: 8.5, color: palette.muted, width: descriptionWidth };
  const heights = [heightOf(pdf, row.title, title), ...row.details.map((text) => heightOf(pdf, text, detail) + 1)];
  const height = heights.reduce((sum, part) => sum + part, 0) + 20;
  const start = roomFor(pdf, top, height);
  const rowTop = start === top ? top : drawHead(pdf, view, start);
  let y = rowTop + 10;
  const number: TextStyle = { size: 10 };
  const quantityHeight = writeRight(pdf, row.quantity, column.quantity, y, number);
  writeRight(pdf, row.unit, column.quantity, y + quantityHeight, { size: 8.5, color: palette.muted });
  writeRight(pdf, row.rate, column.rate, y, { ...number, color: palette.muted });
  writeRight(pdf, row.net, column.net, y, number);
  y += write(pdf, row.title, page.left, y, title);
  for (const text of row.details) y += write(pdf, text, page.left, y + 1, detail) + 1;
  const bottom = Math.max(y, rowTop + 10 + quantityHeight * 2) + 10;
  rule(pdf, bottom);
  return bottom;
}

function drawTotals(pdf: Pdf, view: InvoiceView, top: number): number {
  let y = roomFor(pdf, top, view.subtotals.length * 17 + 48);
  for (const { label, value } of view.subtotals) {
    write(pdf, label, totalsLeft, y, { size: 9, color: palette.muted, width: 140 });
    y += writeRight(pdf, value, page.right, y, { size: 9 }) + 5;
  }
  rule(pdf, y + 2, { from: totalsLeft, color: palette.ink, width: 0.8 });
  y += 10;
  write(pdf, view.total.label, totalsLeft, y, { size: 12, weight: "semibold", width: 120 });
  return y + writeRight(pdf, view.total.value, page.right, y, { size: 12, weight: "semibold" });
}

function drawPaid(pdf: Pdf, view: InvoiceView, top: number): number {
  const inner = textWidth - 52;
  const text: TextStyle = { size: 10, weight: "medium", color: palette.successInk, width: inner };
  const reference: TextStyle = { size: 8, color: palette.successInk, width: inner };
  const height = heightOf(pdf, view.paid, text) + heightOf(pdf, view.payment, reference) + 26;
  const y = roomFor(pdf, top, height);
  pdf.roundedRect(page.left, y, textWidth, height, 6).fill(palette.successSoft);
  drawCheck(pdf, page.left + 22, y + 19);
  const textTop = y + 12;
  const below = textTop + write(pdf, view.paid, page.left + 40, textTop, text) + 2;
  write(pdf, view.payment, page.left + 40, below, reference);
  return y + height;
}

function drawCheck(pdf: Pdf, x: number, y: number): void {
  pdf.circle(x, y, 7).fill(palette.success);
  pdf
    .moveTo(x - 3, y + 0.2)
    .lineTo(x - 0.8, y + 2.4)
    .lineTo(x + 3.2, y - 2.2);
  pdf.lineWidth(1.4).lineCap("round").lineJoin("round").strokeColor(palette.white).stroke();
}

function writeRight(pdf: Pdf, text: string, right: number, y: number, style: TextStyle): number {
  const width = 130;
  return write(pdf, text, right - width, y, { ...style, width, align: "right" });
}
