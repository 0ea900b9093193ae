import { html } from "hono/html";
import type { PaymentIntent } from "../card-processor/card-state.ts";
import type { World } from "../world.ts";
import { type Html, moneyText, page, timeText } from "./layout.ts";

const rowsShown = 200;

function tone(intent: PaymentIntent): string {
  if (intent.status === "succeeded") {
    return "good";
  }
  return intent.lastError ? "bad" : "";
}

function row(world: World, intent: PaymentIntent): Html {
  const { charges, methods, disputes } = world.state.cards;
  const charge = intent.latestCharge ? charges[intent.latestCharge] : undefined;
  const method = charge ? methods[charge.paymentMethod] : undefined;
  const dispute = charge?.dispute ? disputes[charge.dispute] : undefined;
  const notes = [
    intent.lastError?.message,
    charge && charge.amountRefunded > 0 ? `refunded ${moneyText(charge.amountRefunded, charge.currency)}` : undefined,
    dispute ? `dispute: ${dispute.status}` : undefined,
  ].filter((note) => note !== undefined);
  return html`<tr id="${charge?.id ?? intent.id}"><td>${timeText(intent.created * 1000)}</td><td><code>${intent.id}</code></td>
<td class="n">${moneyText(intent.amount, intent.currency)}</td><td><span class="tag ${tone(intent)}">${intent.status}</span></td>
<td>${method ? `${method.brand} ···· ${method.last4}` : ""}</td><td class="wrap">${notes.join("; ")}</td></tr>`;
}

/** What the card processor saw, newest first. */
export function paymentsPage(world: World): Html {
  const intents = Object.values(world.state.cards.intents).toReversed();
  const table = html`<div class="scroll"><table><thead><tr><th>Created</th><th>Payment</th><th>Amount</th><th>State</th><th>Card</th><th>Notes</th></tr></thead>
<tbody>${intents.slice(0, rowsShown).map((intent) => row(world, intent))}</tbody></table></div>`;
  const empty = html`<div class="scroll"><p class="empty">No payments yet. Buy something in the shop.</p></div>`;
  return page(
    "Payments",
    html`<h1>Payments</h1><p class="lead">The card processor's side of every payment${intents.length > rowsShown ? `, the last ${rowsShown} of ${intents.length}` : ""}.</p>
${intents.length > 0 ? table : empty}`,
    "/payments",
  );
}
