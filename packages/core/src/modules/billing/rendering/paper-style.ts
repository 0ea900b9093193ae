import { palette } from "./palette.ts";

/** The style sheet inside every HTML paper: it loads nothing, prints on A4 and fits a phone. */
export const paperStyle = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; background: ${palette.sunken}; color: ${palette.ink};
  font: 15px/1.5 Inter, system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; font-variant-numeric: tabular-nums; }
main { max-width: 800px; margin: 32px auto; padding: 56px; background: ${palette.white}; border-radius: 8px; overflow-wrap: anywhere; }
header { display: flex; justify-content: space-between; gap: 24px; align-items: flex-start; }
.brand { display: flex; align-items: center; gap: 10px; font-size: 21px; font-weight: 600; letter-spacing: -0.01em; }
.brand svg { width: 32px; height: 32px; }
.seller { text-align: right; font-size: 12px; color: ${palette.muted}; font-style: normal; }
.seller strong { color: ${palette.ink}; font-weight: 500; }
.parties { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 24px 40px; margin: 48px 0 40px; }
.sender { font-size: 10px; color: ${palette.subtle}; margin: 0 0 6px; }
address { font-style: normal; }
address strong { font-weight: 500; }
dl { display: grid; grid-template-columns: auto auto; gap: 4px 24px; margin: 0; font-size: 13px; align-content: start; }
dt { color: ${palette.subtle}; }
dd { margin: 0; text-align: right; font-weight: 500; }
h1 { font-size: 28px; line-height: 1.2; letter-spacing: -0.02em; margin: 0 0 24px; font-weight: 600; text-wrap: balance; }
h2 { font-size: 16px; line-height: 1.35; margin: 0; font-weight: 600; }
table { width: 100%; border-collapse: collapse; }
th { font-size: 12px; font-weight: 500; color: ${palette.subtle}; text-align: left; padding: 0 0 6px 16px; border-bottom: 1.5px solid ${palette.ink}; }
td { padding: 14px 0 14px 16px; border-bottom: 1px solid ${palette.line}; vertical-align: top; }
th:first-child, td:first-child { padding-left: 0; }
.number { text-align: right; white-space: nowrap; }
.title { font-weight: 500; }
.detail { display: block; font-size: 13px; color: ${palette.muted}; font-weight: 400; }
.totals { width: min(100%, 340px); margin: 16px 0 0 auto; gap: 8px 0; }
.totals .grand { border-top: 1.5px solid ${palette.ink}; padding-top: 10px; margin-top: 4px; font-size: 18px; font-weight: 600; color: ${palette.ink}; }
.paid { margin: 32px 0 24px; padding: 16px 20px; border-radius: 8px; background: ${palette.successSoft}; color: ${palette.successInk}; }
.paid p { margin: 0; font-weight: 500; }
.paid small { font-size: 12px; }
.signed { overflow-wrap: anywhere; }
.note { font-size: 13px; color: ${palette.muted}; max-width: 62ch; margin: 0 0 10px; }
footer { margin-top: 40px; padding-top: 14px; border-top: 1px solid ${palette.line}; font-size: 11px; color: ${palette.subtle}; }
.card { border: 1px solid ${palette.line}; border-radius: 8px; padding: 24px; margin: 0 0 20px; break-inside: avoid; }
.top { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 8px 16px; align-items: flex-start; }
.label { background: ${palette.accentSoft}; color: ${palette.accentInk}; font-size: 12px; font-weight: 500; padding: 3px 10px; border-radius: 999px; }
.progress { display: flex; justify-content: space-between; gap: 16px; margin: 18px 0 6px; font-size: 14px; font-weight: 500; }
.progress span + span { white-space: nowrap; }
svg.bar { display: block; width: 100%; height: 6px; border-radius: 3px; margin-bottom: 16px; }
svg.interval { display: block; width: 100%; height: 28px; margin: 4px 0 12px; }
.evidence { font-size: 13px; color: ${palette.muted}; margin: 16px 0 0; }
.evidence ul { margin: 4px 0 0; padding: 0 0 0 18px; }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(160px, 1fr)); gap: 16px; margin: 20px 0 12px; }
.figures div { display: flex; flex-direction: column; }
.figures dt { font-size: 12px; }
.figures dd { text-align: left; font-size: 22px; font-weight: 600; letter-spacing: -0.01em; }
.figures dd.detail { font-size: 12px; font-weight: 400; letter-spacing: 0; white-space: pre-line; }
a { color: ${palette.accentInk}; }
@media (max-width: 640px) { main { margin: 0; padding: 24px 20px; border-radius: 0; } header { flex-direction: column; } .seller { text-align: left; } dd { text-align: left; } .totals dd { text-align: right; } th, td { padding-left: 8px; } th.number { white-space: normal; vertical-align: bottom; } table { font-size: 13px; } }
@page { size: A4; margin: 16mm; }
@media print { body { background: none; font-size: 10.5pt; } main { max-width: none; margin: 0; padding: 0; } .paid, .label, svg.bar { print-color-adjust: exact; } }
`;
