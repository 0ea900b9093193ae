import assert from "node:assert/strict";
import { journey } from "./journey.ts";
import { buyCart, newPerson } from "./steps/check-out.ts";
import { addToCart, audit, configureAudit } from "./steps/configure-product.ts";
import { signInAs } from "./steps/sign-in.ts";
import type { Visit } from "./visit.ts";

export const journeys = [
  journey("an order's history is told to buyer and staff, each in their detail", async ({ visit, shop }) => {
    const guest = await visit();
    await guest.open(`/products/${audit.slug}`);
    await configureAudit(guest, "@history-of-this");
    await addToCart(guest);
    const orderId = await buyCart(guest, newPerson());

    const operator = await visit();
    const { page, t, see } = operator;
    await operator.open(`/login?next=/admin/orders/${orderId}`);
    await signInAs(operator, shop, "Operator");
    await operator.heading(t("support-admin.actions.title"));
    await see(page.getByText("Atelier"), 60_000);
    await operator.look("admin order actions");

    const refused = await page.evaluate(transition, { orderId, command: "cancel" });
    assert.equal(refused.status, 409, JSON.stringify(refused.body));
    assert.equal(refused.body.code, "order.transition-refused");
    assert.ok(Array.isArray(refused.body.allowed), "the refusal says what is allowed");

    await refund(operator);
    await see(page.getByText(t("support-admin.actions.refundState.succeeded")), 60_000);
    await see(page.getByText("refund.succeeded", { exact: false }), 30_000);
    await see(page.getByText("confirm-payment").first());
    await operator.look("admin order refunded in part");

    await see(guest.page.getByText(guest.t("support.money.states.succeeded")), 60_000);
    await see(guest.page.getByText("Money went back to your card"), 60_000);
    const told = (await guest.page.locator("main").textContent()) ?? "";
    assert.doesNotMatch(told, /Atelier|refund\.succeeded|prv_|att_|out of kindness/);
    await guest.look("order refunded in part");
  }),
];

interface Refused {
  readonly status: number;
  readonly body: { readonly code?: string; readonly allowed?: unknown };
}

/** Runs in the browser: asks for a move of the order, as a button of an old page would. */
async function transition({ orderId, command }: { orderId: string; command: string }): Promise<Refused> {
  const { order } = (await (await fetch(`/api/v1/admin/orders/${orderId}`)).json()) as { order: { version: number } };
  const answer = await fetch(`/api/v1/admin/orders/${orderId}/transitions`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ command, reason: "from an old page", version: order.version }),
  });
  return { status: answer.status, body: (await answer.json()) as Refused["body"] };
}

async function refund({ page, t }: Visit): Promise<void> {
  await page.getByRole("button", { name: t("support-admin.actions.refund"), exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox").first().fill("1.50");
  await dialog.getByLabel(t("support-admin.actions.reason")).fill("out of kindness");
  await dialog.getByRole("button", { name: /1\.50/ }).click();
  await dialog.waitFor({ state: "hidden" });
}
