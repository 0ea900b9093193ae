import { type Markup, markup } from "#kernel/markup";
import { palette } from "./palette.ts";
import { paperHtml } from "./paper-html.ts";
import type { IntervalView, ProofCard, ReceiptView } from "./receipt-view.ts";

export function renderReceiptHtml(view: ReceiptView): string {
  return paperHtml(view, markup`${view.cards.map((card) => proofCard(card, view.evidenceTitle))}`);
}

function proofCard(card: ProofCard, evidenceTitle: string): Markup {
  return markup`<section class="card">
<div class="top"><h2>${card.title}${card.channel !== null && markup`<span class="detail">${card.channel}</span>`}</h2><span class="label">${card.label}</span></div>
<div class="progress"><span>${card.delivered}</span><span>${card.percent}</span></div>
<svg class="bar" viewBox="0 0 1000 6" preserveAspectRatio="none" aria-hidden="true"><rect width="1000" height="6" fill="${palette.sunken}"/><rect width="${Math.round(card.share * 1000)}" height="6" fill="${palette.success}"/></svg>
${card.evidence.length > 0 && evidenceList(card, evidenceTitle)}
${card.figures.length > 0 && figureList(card)}
${card.interval !== null && intervalChart(card.interval)}
${card.missing !== null && markup`<p class="note">${card.missing}</p>`}
<p class="note">${card.explanation}</p>
${card.signed.map((text) => markup`<p class="note signed">${text}</p>\n`)}</section>
`;
}

const evidenceList = ({ evidence }: ProofCard, title: string): Markup =>
  markup`<div class="evidence">${title}<ul>${evidence.map(
    ({ text, url }) =>
      markup`<li>${url === null ? text : markup`<a href="${url}" rel="noopener noreferrer nofollow">${text}</a>`}</li>`,
  )}</ul></div>`;

const figureList = ({ figures }: ProofCard): Markup =>
  markup`<dl class="figures">${figures.map(
    ({ label, value, detail }) =>
      markup`<div><dt>${label}</dt><dd>${value}</dd><dd class="detail">${detail}</dd></div>`,
  )}</dl>`;

function intervalChart({ zero, low, high, middle }: IntervalView): Markup {
  const at = (place: number) => Math.round(place * 1000);
  return markup`<svg class="interval" viewBox="0 0 1000 28" preserveAspectRatio="none" aria-hidden="true"><line x1="0" x2="1000" y1="14" y2="14" stroke="${palette.line}"/><line x1="${at(zero)}" x2="${at(zero)}" y1="3" y2="25" stroke="${palette.subtle}" stroke-dasharray="3 3" vector-effect="non-scaling-stroke"/><rect x="${at(low)}" width="${Math.max(2, at(high) - at(low))}" y="11" height="6" rx="3" fill="#a6b7f6"/><rect x="${at(middle) - 4}" width="8" y="7" height="14" rx="3" fill="${palette.accent}"/></svg>`;
}
