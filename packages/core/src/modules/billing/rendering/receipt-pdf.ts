import { drawFooters, drawLetterhead, drawNotes } from "./letterhead.ts";
import { palette } from "./palette.ts";
import type { IntervalView, ProofCard, ReceiptView } from "./receipt-view.ts";
import { drawSheet, heightOf, type Pdf, page, roomFor, type TextStyle, textWidth, widthOf, write } from "./sheet.ts";

const inset = 18;
const inner = textWidth - 2 * inset;
const left = page.left + inset;
const figureWidth = inner / 3;

const style = {
  title: { size: 11, weight: "semibold", width: inner - 150 },
  channel: { size: 9, color: palette.muted, width: inner - 150 },
  delivered: { size: 9.5, weight: "medium", width: inner - 70 },
  evidence: { size: 8.5, color: palette.muted, width: inner - 12 },
  figureLabel: { size: 8, color: palette.subtle, width: figureWidth - 12 },
  figure: { size: 15, weight: "semibold", width: figureWidth - 12 },
  figureDetail: { size: 7.5, color: palette.muted, width: figureWidth - 12 },
  text: { size: 8.5, color: palette.muted, width: inner },
} as const satisfies Readonly<Record<string, TextStyle>>;

export function renderReceiptPdf(view: ReceiptView): Promise<Uint8Array> {
  return drawSheet(view, (pdf) => {
    let y = drawLetterhead(pdf, view);
    for (const card of view.cards) {
      const height = placeCard(pdf, view, card, null);
      const top = roomFor(pdf, y, height);
      pdf.roundedRect(page.left, top, textWidth, height, 6).lineWidth(0.8).strokeColor(palette.line).stroke();
      y = top + placeCard(pdf, view, card, top) + 14;
    }
    const notesHeight = view.notes.reduce((sum, note) => sum + heightOf(pdf, note, { size: 8.5 }) + 12, 0);
    drawNotes(pdf, view.notes, roomFor(pdf, y + 4, notesHeight));
    drawFooters(pdf, view);
  });
}

/** Places a card at `top` and returns its height; with `null` it only measures. */
function placeCard(pdf: Pdf, view: ReceiptView, card: ProofCard, top: number | null): number {
  const put = (text: string, x: number, y: number, text2: TextStyle): number =>
    top === null ? heightOf(pdf, text, text2) : write(pdf, text, x, top + y, text2);
  let y = inset;
  if (top !== null) drawLabel(pdf, card.label, top + y);
  y += put(card.title, left, y, style.title);
  y += card.channel === null ? 0 : put(card.channel, left, y, style.channel);
  y += 12;
  if (top !== null) drawPercent(pdf, card, top + y);
  y += put(card.delivered, left, y, style.delivered) + 4;
  if (top !== null) drawBar(pdf, card.share, top + y);
  y += 14;
  y += placeEvidence(put, view, card, y);
  y += placeFigures(put, card, y);
  if (card.interval !== null) {
    if (top !== null) drawInterval(pdf, card.interval, top + y + 4);
    y += 22;
  }
  for (const text of [card.missing ?? "", card.explanation, ...card.signed])
    y += text === "" ? 0 : put(text, left, y, style.text) + 4;
  return y + inset - 6;
}

type Put = (text: string, x: number, y: number, style: TextStyle) => number;

function placeEvidence(put: Put, view: ReceiptView, card: ProofCard, top: number): number {
  if (card.evidence.length === 0) return 0;
  let y = top;
  y += put(view.evidenceTitle, left, y, style.figureLabel) + 1;
  for (const { text, url } of card.evidence) {
    const link = url === null ? {} : { link: url, color: palette.accentInk };
    y += put(text, left, y, { ...style.evidence, ...link }) + 1;
  }
  return y - top + 10;
}

function placeFigures(put: Put, card: ProofCard, top: number): number {
  if (card.figures.length === 0) return 0;
  const heights = card.figures.map((figure, index) => {
    const x = left + index * figureWidth;
    let y = top;
    y += put(figure.label, x, y, style.figureLabel) + 1;
    y += put(figure.value, x, y, style.figure);
    y += put(figure.detail, x, y, style.figureDetail);
    return y - top;
  });
  return Math.max(...heights) + 10;
}

function drawLabel(pdf: Pdf, label: string, y: number): void {
  const text: TextStyle = { size: 8, weight: "medium", color: palette.accentInk };
  const width = Math.min(140, widthOf(pdf, label, text));
  const x = page.right - inset - width - 16;
  const height = heightOf(pdf, label, { ...text, width: width + 1 }) + 7;
  pdf.roundedRect(x, y - 2, width + 16, height, 7).fill(palette.accentSoft);
  write(pdf, label, x + 8, y + 2.5, { ...text, width: width + 1 });
}

function drawPercent(pdf: Pdf, card: ProofCard, y: number): void {
  write(pdf, card.percent, page.right - inset - 64, y, { size: 9.5, weight: "medium", width: 64, align: "right" });
}

function drawBar(pdf: Pdf, share: number, y: number): void {
  pdf.roundedRect(left, y, inner, 4, 2).fill(palette.sunken);
  if (share > 0) pdf.roundedRect(left, y, Math.max(4, inner * share), 4, 2).fill(palette.success);
}

/** The range as a bar, its middle as a point, and where no effect would be. */
function drawInterval(pdf: Pdf, interval: IntervalView, y: number): void {
  const at = (place: number) => left + inner * place;
  pdf
    .moveTo(left, y)
    .lineTo(left + inner, y)
    .lineWidth(0.6)
    .strokeColor(palette.line)
    .stroke();
  pdf
    .moveTo(at(interval.zero), y - 7)
    .lineTo(at(interval.zero), y + 7)
    .lineWidth(0.8)
    .strokeColor(palette.subtle);
  pdf.dash(2, { space: 2 }).stroke().undash();
  pdf.moveTo(at(interval.low), y).lineTo(at(interval.high), y).lineWidth(3).lineCap("round");
  pdf.strokeColor("#a6b7f6").stroke().lineCap("butt");
  pdf.circle(at(interval.middle), y, 4).fillAndStroke(palette.accent, palette.white);
}
