import { type Markup, markup, Markup as Trusted } from "#kernel/markup";
import { palette } from "./palette.ts";
import { paperStyle } from "./paper-style.ts";
import type { Fact, PaperFrame } from "./paper-view.ts";

const style = new Trusted(paperStyle);

/** A whole page around the body of a paper. It needs nothing from anywhere: no script, no font, no picture. */
export function paperHtml(frame: PaperFrame, body: Markup): string {
  const [firstLine = "", ...otherLines] = frame.buyerLines;
  const sender = [frame.seller.name, ...frame.seller.lines.slice(0, 2)].join(" · ");
  return markup`<!doctype html>
<html lang="${frame.locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${frame.heading} · Smplat</title>
<style>${style}</style>
</head>
<body>
<main>
<header>
<div class="brand">${mark}Smplat</div>
<address class="seller"><strong>${frame.seller.name}</strong>${[...frame.seller.lines, frame.seller.taxId].map((line) => markup`<br>${line}`)}</address>
</header>
<div class="parties">
<div><p class="sender">${sender}</p><address><strong>${firstLine}</strong>${otherLines.map((line) => markup`<br>${line}`)}</address></div>
${factList(frame.facts)}
</div>
<h1>${frame.heading}</h1>
${body}
${frame.notes.map((note) => markup`<p class="note">${note}</p>\n`)}
<footer>${frame.footer}</footer>
</main>
</body>
</html>
`.text;
}

export const factList = (facts: readonly Fact[]): Markup =>
  markup`<dl>${facts.map(({ label, value }) => markup`<dt>${label}</dt><dd>${value}</dd>`)}</dl>`;

const mark = markup`<svg viewBox="0 0 28 28" aria-hidden="true"><rect width="28" height="28" rx="6" fill="${palette.accent}"/><g stroke="${palette.white}" stroke-width="2.2" stroke-linecap="round" fill="none"><path d="M6 20.5h4.4M13.6 20.5h1.2" opacity="0.75"/><path d="M19.5 6.5v12M17 6.5h5M17 18.5h5"/></g><circle cx="19.5" cy="12.5" r="2.9" fill="${palette.white}"/></svg>`;
