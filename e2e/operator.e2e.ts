import assert from "node:assert/strict";
import { journey } from "./journey.ts";
import { buyCart, newPerson } from "./steps/check-out.ts";
import { addToCart, audit, configureAudit } from "./steps/configure-product.ts";
import { signInAs } from "./steps/sign-in.ts";
import type { Visit } from "./visit.ts";

export const journeys = [
  journey("an operator follows an order from behind, holds it and lets it go on", async ({ visit, shop }) => {
    const guest = await visit();
    await guest.open(`/products/${audit.slug}`);
    await configureAudit(guest, "@behind-the-scenes");
    await addToCart(guest);
    const person = newPerson();
    const orderId = await buyCart(guest, person);

    const operator = await visit();
    const { page, t, see } = operator;
    await operator.open("/login?next=/admin/orders");
    await signInAs(operator, shop, "Operator");
    await operator.heading(t("admin.orders.title"));
    await operator.look("admin orders");
    await page
      .getByRole("searchbox")
      .or(page.getByLabel(t("admin.orders.search")))
      .first()
      .fill(person.email);
    await page.getByRole("button", { name: t("admin.orders.apply"), exact: true }).click();
    const row = page.locator(`a[href$="/admin/orders/${orderId}"]`).first();
    await see(row);
    await row.click();
    await page.waitForURL(/\/admin\/orders\/ord_/);
    await operator.heading(t("admin.order.attempts"));
    await see(page.getByText("Atelier"), 60_000);
    await see(page.getByText(person.email));
    await operator.look("admin order");
    await command(operator, "hold");
    await see(page.getByText(t("admin.states.on_hold")));
    await seeAsCustomer(guest, "on_hold");
    await command(operator, "resume");
    await see(page.getByText(t("admin.states.active")).or(page.getByText(t("admin.states.delivered"))));
    for (const [path, title] of [
      ["/admin/products", t("admin.products.title")],
      ["/admin/jobs", t("admin.jobs.title")],
    ] as const) {
      await operator.open(path);
      await operator.heading(title);
      await operator.look(path);
    }
  }),
  journey("the back office is closed to customers", async ({ visit, shop }) => {
    const customer = await visit();
    const { page, t } = customer;
    await customer.open("/login");
    await signInAs(customer, shop, "Customer");
    await page.goto(`${shop.url}/admin/orders`);
    await customer.heading(t("admin.noPermission.title"));
    await customer.look("no permission");
    assert.equal(await page.getByRole("table").count(), 0);
  }),
];

async function command({ page, t }: Visit, name: "hold" | "resume"): Promise<void> {
  const label = t(`admin.commands.${name}`);
  await page.getByRole("button", { name: label, exact: true }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(t("admin.reason.label")).fill("A journey of the tests asks.");
  await dialog.getByRole("button", { name: label, exact: true }).click();
  await dialog.waitFor({ state: "hidden" });
}

const seeAsCustomer = ({ page, t, see }: Visit, state: string) =>
  see(page.getByText(t(`account.states.${state}.now`)), 60_000);
