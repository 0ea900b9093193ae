import { type Markup, markup } from "#kernel/markup";
import type { Block, Item, LetterLink, ProofSummary, Total } from "./letter.ts";
import { mailColors } from "./mail-style.ts";

const { line, muted, subtle, accentInk, success } = mailColors;

/** One block of a letter as MJML. */
export function blockMarkup(block: Block): Markup {
  switch (block.kind) {
    case "text":
      return markup`<mj-text css-class="ink">${block.text}</mj-text>\n`;
    case "small":
      return markup`<mj-text css-class="muted" font-size="13px" color="${subtle}">${block.text}</mj-text>\n`;
    case "button":
      return markup`<mj-button css-class="button" href="${block.url}">${block.label}</mj-button>\n`;
    case "items":
      return markup`<mj-table css-class="ink">${block.items.map(itemRow)}${block.totals.map(totalRow)}</mj-table>\n`;
    case "links":
      return markup`<mj-table css-class="ink">${block.links.map(linkRow)}</mj-table>\n`;
    case "proof":
      return proofCard(block.card);
  }
}

const itemRow = ({ title, details, amount }: Item): Markup =>
  markup`<tr class="rule"><td style="padding:12px 16px 12px 0;border-bottom:1px solid ${line};vertical-align:top"><strong style="font-weight:600">${title}</strong>${details.map((text) => markup`<div class="detail">${text}</div>`)}</td><td style="padding:12px 0;border-bottom:1px solid ${line};vertical-align:top;text-align:right;white-space:nowrap">${amount}</td></tr>`;

function totalRow({ label, value, strong }: Total): Markup {
  const weight = strong ? "font-weight:700;font-size:17px;padding-top:12px" : `color:${muted};padding-top:8px`;
  return markup`<tr><td style="${weight};padding-right:16px">${label}</td><td style="${weight};text-align:right;white-space:nowrap">${value}</td></tr>`;
}

const linkRow = ({ label, detail, url }: LetterLink): Markup =>
  markup`<tr class="rule"><td style="padding:12px 0;border-bottom:1px solid ${line}"><a class="link" href="${url}" style="color:${accentInk};font-weight:600">${label}</a><div class="detail">${detail}</div></td></tr>`;

function proofCard(card: ProofSummary): Markup {
  const percent = Math.round(card.share * 100);
  return markup`<mj-table css-class="ink"><tr><td class="rule" style="border:1px solid ${line};border-radius:8px;padding:18px">
<div style="padding-bottom:8px"><span class="label">${card.label}</span></div>
<strong style="font-weight:600">${card.title}</strong>${card.channel !== null && markup`<div class="detail">${card.channel}</div>`}
<div style="padding:12px 0 6px;font-weight:600;font-size:14px">${card.delivered}</div>
<table role="presentation" cellpadding="0" cellspacing="0" width="100%"><tr>${percent > 0 && markup`<td class="done" width="${percent}%" style="height:5px;line-height:5px;font-size:0;background-color:${success}">&#160;</td>`}${percent < 100 && markup`<td class="rest" width="${100 - percent}%" style="height:5px;line-height:5px;font-size:0;background-color:${line}">&#160;</td>`}</tr></table>
${card.figures.length > 0 && markup`<table role="presentation" cellpadding="0" cellspacing="0" width="100%" style="margin-top:8px">${card.figures.map(figureRow)}</table>`}
<div class="detail" style="padding-top:12px">${card.explanation}</div>
</td></tr></mj-table>
`;
}

const figureRow = ({ label, value, detail }: ProofSummary["figures"][number]): Markup =>
  markup`<tr><td style="vertical-align:top;padding:8px 16px 0 0;font-size:14px">${label}${detail.split("\n").map((text) => markup`<div class="detail" style="font-size:12px">${text}</div>`)}</td><td style="vertical-align:top;padding-top:8px;text-align:right;white-space:nowrap;font-size:18px;font-weight:700">${value}</td></tr>`;
