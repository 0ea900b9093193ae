import { palette } from "./palette.ts";
import type { PaperFrame } from "./paper-view.ts";
import { paperWords } from "./paper-words.ts";
import { type Pdf, page, rule, textWidth, write } from "./sheet.ts";

const windowTop = 142;
const factsLeft = 344;
const factLabelWidth = 88;

/** Brand, seller, address window, facts and heading of the first page. Returns where the body starts. */
export function drawLetterhead(pdf: Pdf, frame: PaperFrame): number {
  drawMark(pdf, page.left, 48, 24);
  write(pdf, "Smplat", page.left + 34, 51, { weight: "semibold", size: 15 });
  drawSeller(pdf, frame);
  const below = Math.max(drawBuyer(pdf, frame), drawFacts(pdf, frame));
  const headingTop = below + 40;
  return headingTop + write(pdf, frame.heading, page.left, headingTop, { weight: "semibold", size: 20 }) + 18;
}

/** The shop's mark: a baseline, a reading above it, and the interval that keeps the reading honest. */
function drawMark(pdf: Pdf, x: number, y: number, size: number): void {
  const unit = size / 28;
  pdf.save().translate(x, y).scale(unit);
  pdf.roundedRect(0, 0, 28, 28, 6).fill(palette.accent);
  pdf.lineWidth(2.2).lineCap("round").strokeColor(palette.white);
  pdf.moveTo(6, 20.5).lineTo(10.4, 20.5).moveTo(13.6, 20.5).lineTo(14.8, 20.5).strokeOpacity(0.75).stroke();
  pdf.moveTo(19.5, 6.5).lineTo(19.5, 18.5).moveTo(17, 6.5).lineTo(22, 6.5).moveTo(17, 18.5).lineTo(22, 18.5);
  pdf.strokeOpacity(1).stroke();
  pdf.circle(19.5, 12.5, 2.9).fill(palette.white);
  pdf.restore();
}

function drawSeller(pdf: Pdf, { seller }: PaperFrame): void {
  const style = { size: 8, align: "right", width: 240, color: palette.muted } as const;
  const left = page.right - style.width;
  let y = 48 + write(pdf, seller.name, left, 48, { ...style, weight: "medium", color: palette.ink });
  for (const line of [...seller.lines, seller.taxId]) y += write(pdf, line, left, y, style);
}

function drawBuyer(pdf: Pdf, frame: PaperFrame): number {
  const width = factsLeft - page.left - 32;
  const sender = [frame.seller.name, ...frame.seller.lines.slice(0, 2)].join(" · ");
  let y = windowTop + write(pdf, sender, page.left, windowTop, { size: 6.5, color: palette.subtle, width }) + 6;
  for (const [index, line] of frame.buyerLines.entries()) {
    y += write(pdf, line, page.left, y, { size: 10, width, weight: index === 0 ? "medium" : "regular" });
  }
  return y;
}

function drawFacts(pdf: Pdf, { facts }: PaperFrame): number {
  let y: number = windowTop;
  for (const { label, value } of facts) {
    const labelHeight = write(pdf, label, factsLeft, y, { size: 8.5, color: palette.subtle, width: factLabelWidth });
    const left = factsLeft + factLabelWidth + 4;
    const style = { size: 8.5, weight: "medium", width: page.right - left, align: "right" } as const;
    y += Math.max(labelHeight, write(pdf, value, left, y, style)) + 3.5;
  }
  return y;
}

/** Notes below the body, in small print. Returns where they end. */
export function drawNotes(pdf: Pdf, notes: readonly string[], top: number): number {
  let y = top;
  for (const note of notes) {
    y += write(pdf, note, page.left, y, { size: 8.5, color: palette.muted, width: textWidth * 0.82 }) + 7;
  }
  return y;
}

/** Seller and page number at the foot of every page; called last, when the number of pages is known. */
export function drawFooters(pdf: Pdf, frame: PaperFrame): void {
  const { start, count } = pdf.bufferedPageRange();
  for (let index = 0; index < count; index += 1) {
    pdf.switchToPage(start + index);
    rule(pdf, page.footer - 9);
    const style = { size: 7, color: palette.subtle } as const;
    write(pdf, frame.footer, page.left, page.footer, { ...style, width: textWidth - 80 });
    const number = paperWords[frame.locale].page(index + 1, count);
    write(pdf, number, page.right - 70, page.footer, { ...style, width: 70, align: "right" });
  }
}
