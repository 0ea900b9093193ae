import { markup } from "#kernel/markup";
import type { InvoiceRow, InvoiceView } from "./invoice-view.ts";
import { paperHtml } from "./paper-html.ts";

export function renderInvoiceHtml(view: InvoiceView): string {
  const { head, subtotals, total } = view;
  return paperHtml(
    view,
    markup`<table>
<thead><tr><th scope="col">${head.description}</th><th scope="col" class="number">${head.quantity}</th><th scope="col" class="number">${head.rate}</th><th scope="col" class="number">${head.net}</th></tr></thead>
<tbody>
${view.rows.map(row)}</tbody>
</table>
<dl class="totals">${subtotals.map(({ label, value }) => markup`<dt>${label}</dt><dd>${value}</dd>`)}<dt class="grand">${total.label}</dt><dd class="grand">${total.value}</dd></dl>
<div class="paid"><p>${view.paid}</p><small>${view.payment}</small></div>`,
  );
}

const row = ({ title, details, quantity, unit, rate, net }: InvoiceRow) =>
  markup`<tr><td><span class="title">${title}</span>${details.map((text) => markup`<span class="detail">${text}</span>`)}</td><td class="number">${quantity}<span class="detail">${unit}</span></td><td class="number">${rate}</td><td class="number">${net}</td></tr>
`;
