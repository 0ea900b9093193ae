import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { journey } from "./journey.ts";
import { cards, enterCard } from "./steps/card-form.ts";
import { fillCheckout, goToCheckout, newPerson, openOrder, payAndSeePaid } from "./steps/check-out.ts";
import { addToCart, audit, configureAudit } from "./steps/configure-product.ts";
import type { Visit } from "./visit.ts";

const deliveryMs = 180_000;

export const journeys = [
  journey("a guest shops, validates, buys, and gets a proven delivery with its papers", async ({ visit }) => {
    const guest = await visit();
    const { page, t } = guest;
    await guest.open("/");
    await guest.look("home");
    await page
      .getByRole("navigation")
      .getByRole("link", { name: t("shell.nav.products") })
      .first()
      .click();
    await page.waitForURL(/\/products/);
    await guest.see(page.getByRole("link", { name: audit.en }));
    await guest.look("products");
    await page.getByRole("link", { name: audit.en }).first().click();
    await page.waitForURL(/\/products\/profile-audit/);
    await guest.heading(audit.en);
    await configureAudit(guest, "@velo-werkstatt");
    await guest.look("product");
    await addToCart(guest);
    await guest.look("cart");
    await goToCheckout(guest);
    const person = newPerson();
    await fillCheckout(guest, person);
    await enterCard(guest, cards.pays, person);
    await guest.look("checkout");
    await payAndSeePaid(guest);
    await guest.look("confirmation");
    await openOrder(guest);
    await guest.look("order at work");
    await seeDelivery(guest);
    await guest.look("order delivered");
    await downloadPapers(guest);
  }),
];

/** Without a reload: the page follows by itself. */
async function seeDelivery({ page, t, see }: Visit): Promise<void> {
  await see(page.getByText(t("account.states.delivered.now")), deliveryMs);
  await see(
    page.getByRole("heading", { name: t("account.order.evidence") }).or(page.getByText(t("account.order.evidence"))),
  );
  const labels = ["attributed", "consistent_with", "inconclusive", "contradicts", "not_yet_known"];
  const proof = labels
    .map((label) => page.getByText(t(`proof.labels.${label}`), { exact: true }))
    .reduce((either, other) => either.or(other));
  await see(proof);
  await see(page.getByText(t("account.order.receipt"), { exact: true }), 60_000);
}

async function downloadPapers({ page, t }: Visit): Promise<void> {
  for (const paper of [t("account.order.invoice"), t("account.order.receipt")]) {
    const name = t("account.order.download", { paper, format: t("account.order.pdf") });
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name, exact: true }).click(),
    ]);
    assert.match(download.suggestedFilename(), /\.pdf$/);
    const bytes = await readFile(await download.path());
    assert.equal(bytes.subarray(0, 5).toString("latin1"), "%PDF-", paper);
    assert.ok(bytes.byteLength > 2_000, `${paper} has ${bytes.byteLength} bytes`);
  }
}
