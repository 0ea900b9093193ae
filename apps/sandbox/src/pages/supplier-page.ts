import { html } from "hono/html";
import { expectedCompletion, progressOf } from "../suppliers/job-progress.ts";
import type { JobStatus, SupplierId, SupplierJob } from "../suppliers/supplier-state.ts";
import type { World } from "../world.ts";
import { type Html, moneyText, page, timeText } from "./layout.ts";

const rowsShown = 200;
const names: Record<SupplierId, string> = { northbeam: "Northbeam", atelier: "Atelier", quayside: "Quayside" };
const leads: Record<SupplierId, string> = {
  northbeam: "Advertising results and placements. Dependable and on time.",
  quayside: "Advertising results and placements, cheaper and patchier. Sends no webhooks.",
  atelier: "Content, audits and hours. Starts slowly, sometimes a little late.",
};
const tones: Partial<Record<JobStatus, string>> = { completed: "good", short: "warn", canceled: "bad" };

function row(world: World, supplier: SupplierId, job: SupplierJob): Html {
  const { status, delivered, evidence } = progressOf(job, world.state.suppliers[supplier].pace, world.businessNow());
  const label = `${delivered} of ${job.quantity} ${job.unit}`;
  return html`<tr><td><code>${job.id}</code></td><td>${job.service}</td><td>${job.platform} ${job.handle}</td>
<td><span class="tag ${tones[status] ?? ""}">${status}</span></td>
<td><meter min="0" max="${job.quantity}" value="${delivered}" aria-label="Delivered">${label}</meter> ${label}</td>
<td>${timeText(expectedCompletion(job))}</td><td class="n">${moneyText(job.priceMinor, "EUR")}</td>
<td>${evidence.map((entry, index) => html`<a href="/evidence/${entry.id}" aria-label="Evidence ${index + 1} of ${job.id}">${index + 1}</a> `)}</td>
<td><code>${job.reference}</code></td></tr>`;
}

/** A supplier's orders, newest first. */
export function supplierPage(world: World, supplier: SupplierId): Html {
  const { jobs, control } = world.state.suppliers[supplier];
  const newest = Object.values(jobs).toReversed().slice(0, rowsShown);
  const table = html`<div class="scroll"><table><thead><tr><th>Order</th><th>Service</th><th>Channel</th><th>State</th><th>Delivered</th><th>Expected</th><th>Price</th><th>Evidence</th><th>Reference</th></tr></thead>
<tbody>${newest.map((job) => row(world, supplier, job))}</tbody></table></div>`;
  const empty = html`<div class="scroll"><p class="empty">No orders yet.</p></div>`;
  return page(
    names[supplier],
    html`<h1>${names[supplier]}</h1><p class="lead">${leads[supplier]} Mode: <strong>${control.mode}</strong>. Times are business time.</p>
${newest.length > 0 ? table : empty}`,
    `/suppliers/${supplier}`,
  );
}
