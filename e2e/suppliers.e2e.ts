import assert from "node:assert/strict";
import { journey } from "./journey.ts";
import { buyCart, newPerson } from "./steps/check-out.ts";
import { addToCart, audit, configureAudit } from "./steps/configure-product.ts";
import { signInAs } from "./steps/sign-in.ts";
import type { Visit } from "./visit.ts";

const providers = "/admin/fulfillment/providers";
const reason = "They told us of an outage this morning.";

export const journeys = [
  journey("an operator looks at suppliers and changes none of their settings", async ({ visit, shop }) => {
    const operator = await visit({ width: 768, height: 1024 });
    const { page, t } = operator;
    await operator.open(`/login?next=${providers}`);
    await signInAs(operator, shop, "Operator");
    await operator.heading(t("providers.title"));
    assert.equal(await page.getByRole("link", { name: t("providers.add.title") }).count(), 0);
    await openProvider(operator, "Northbeam");
    await operator.look("supplier for operators");
    for (const name of [t("providers.editor.edit"), t("providers.mapping.open"), t("providers.editor.addService")]) {
      assert.equal(await page.getByRole("button", { name, exact: true }).count(), 0, name);
    }
    assert.equal(await page.getByText(t("providers.settings.title"), { exact: true }).count(), 0);
    await operator.open(`${providers}/new`);
    await operator.heading(t("providers.add.adminsOnly"));
  }),
  journey("a configuration is tried before it is saved, and its secrets stay masked", async ({ visit, shop }) => {
    const admin = await visit();
    const { page, t, see } = admin;
    await admin.open(`/login?next=${providers}`);
    await signInAs(admin, shop, "Admin");
    await page.getByRole("link", { name: t("providers.add.title") }).click();
    await admin.heading(t("providers.add.title"));
    await admin.look("new supplier");
    const name = `Trial ${Date.now()}`;
    const key = "a-key-nobody-may-read";
    await page.getByLabel(t("providers.settings.name")).fill(name);
    await page.getByLabel(t("providers.settings.secret", { name: "api-key" })).fill(key);
    await page.getByRole("button", { name: t("providers.add.action") }).click();
    await page.waitForURL(/providers\/prv_/);
    await admin.heading(name);
    await see(page.getByText(t("providers.state.paused"), { exact: true }));

    await page.getByText(t("providers.settings.title"), { exact: true }).click();
    const config = page.getByLabel(t("providers.settings.config"), { exact: true });
    const before = await config.inputValue();
    await config.fill(before.replace("https:", "ftp:"));
    await page.getByRole("button", { name: t("providers.settings.try") }).click();
    await see(page.getByText("baseUrl", { exact: true }));
    await config.fill(before.replace('"timeoutMs": 10000', '"timeoutMs": 9000'));
    await page.getByRole("button", { name: t("providers.settings.try") }).click();
    await see(page.getByText("Bearer <api-key>"));
    await admin.look("supplier tried");
    await page.getByRole("button", { name: t("providers.settings.save") }).click();
    await see(page.getByText(t("providers.settings.saved")));
    assert.ok(!(await page.content()).includes(key), "a secret is never shown again");
    await addService(admin);
  }),
  journey("a paused supplier's order waits, and goes out once it is taken back", async ({ visit, shop }) => {
    const admin = await visit();
    const { page, t, see } = admin;
    await admin.open(`/login?next=${providers}`);
    await signInAs(admin, shop, "Admin");
    await openProvider(admin, "Atelier");
    await changeState(admin, "paused");
    await see(page.getByText(t("providers.state.paused"), { exact: true }));
    await see(page.getByText(reason));

    const guest = await visit();
    await guest.open(`/products/${audit.slug}`);
    await configureAudit(guest, "@waits-for-supplier");
    await addToCart(guest);
    const orderId = await buyCart(guest, newPerson());
    await admin.open(`/admin/orders/${orderId}`);
    await see(page.getByText(t("providers.reason.all-paused")), 60_000);

    await admin.open(providers);
    await openProvider(admin, "Atelier");
    await changeState(admin, "active");
    await see(page.getByText(t("providers.state.active"), { exact: true }));
    await see(page.locator(`a[href$="/admin/orders/${orderId}"]`), 60_000);
  }),
];

async function openProvider(visit: Visit, name: string): Promise<void> {
  await visit.page.getByRole("link", { name }).first().click();
  await visit.page.waitForURL(/providers\/prv_/);
  await visit.heading(name);
}

async function changeState({ page, t }: Visit, target: "paused" | "active"): Promise<void> {
  const label = t(`providers.command.${target}`);
  await page.getByRole("button", { name: label, exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(t("admin.reason.label")).fill(reason);
  await dialog.getByRole("button", { name: label, exact: true }).click();
  await dialog.waitFor({ state: "hidden" });
}

/** With the keyboard alone once it is open: a limit is held against a line, then the service is saved. */
async function addService(admin: Visit): Promise<void> {
  const { page, t, see } = admin;
  await page.getByRole("button", { name: t("providers.editor.addService") }).press("Enter");
  const drawer = page.getByRole("dialog");
  await drawer.getByLabel(t("providers.editor.code")).fill("reels");
  await drawer.getByLabel(t("providers.editor.name"), { exact: true }).fill("Reels");
  await drawer
    .getByRole("button", { name: t("providers.editor.addRule", { rule: t("providers.editor.rules.amount") }) })
    .press("Enter");
  await drawer.getByLabel(t("providers.editor.maximum")).fill("50");
  await drawer.getByRole("button", { name: t("providers.trial.run") }).press("Enter");
  await see(drawer.getByText(t("providers.trial.refused")));
  await see(drawer.getByText("100 units; takes 1 to 50"));
  await admin.look("service editor");
  await drawer.getByRole("button", { name: t("providers.editor.save") }).press("Enter");
  await see(page.getByText(t("providers.editor.saved")));
  await see(page.getByRole("table", { name: t("providers.services.title") }).getByText("reels"));
}
