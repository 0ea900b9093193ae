import assert from "node:assert/strict";
import { journey } from "./journey.ts";
import { buyCart, newPerson } from "./steps/check-out.ts";
import { addToCart, configureSpotlight, spotlight } from "./steps/configure-product.ts";
import { signInAs } from "./steps/sign-in.ts";
import { takeDownEvidence } from "./steps/take-down-evidence.ts";
import type { Visit } from "./visit.ts";

/** A delivery takes most of two minutes at the demo's pace. */
const deliveryMs = 200_000;

export const journeys = [
  journey("a placement that is taken down is asked for, made good and told", async ({ visit, shop }) => {
    const guest = await visit({ width: 360, height: 800 });
    await guest.open(`/products/${spotlight.slug}`);
    await configureSpotlight(guest, "refilled.bsky.social");
    await addToCart(guest);
    const person = newPerson();
    const orderId = await buyCart(guest, person);
    await guest.see(guest.page.getByText(guest.t("account.states.delivered.now")), deliveryMs);
    await guest.see(guest.page.getByText(guest.t("support.refill.why.delivered-in-full")));

    await takeDownEvidence(await evidenceLink(guest));
    await guest.see(guest.page.getByText(guest.t("support.refill.text.requested")), 60_000);
    await guest.see(guest.page.getByText(guest.t("account.states.deliveredAsked.now")));
    await guest.look("make-good asked for");

    const operator = await visit();
    await operator.open("/login?next=/admin/refills");
    await signInAs(operator, shop, "Operator");
    await operator.heading(operator.t("support-admin.refills.title"));
    const row = (of: Visit) => of.page.getByRole("row").filter({ has: of.page.locator(`a[href$="${orderId}"]`) });
    await operator.see(row(operator));
    await operator.look("refill queue");
    const reason = "Please tell us first whether you want it again.";
    await decline(operator, orderId, reason);

    await guest.see(guest.page.getByText(reason), 60_000);
    await guest.look("refill declined");
    await ask(guest);
    await guest.see(guest.page.getByText(guest.t("support.refill.text.requested")), 30_000);

    await operator.open("/admin/refills?state=requested");
    await operator.see(row(operator));
    await row(operator)
      .getByRole("button", { name: operator.t("support-admin.refills.approve") })
      .click();
    // A small make-good can be over before the buyer's page looks again.
    const underWay = guest.page.getByText(guest.t("account.states.refilling.now"));
    await guest.see(underWay.or(guest.page.getByText(guest.t("support.refill.text.completed"))), 60_000);
    await guest.look("refilling");
    await guest.see(guest.page.getByText(guest.t("support.refill.text.completed")), deliveryMs);
    await guest.look("refilled");

    const mails = await guest.page.request.get(`${new URL(await evidenceLink(guest)).origin}/control/mailbox`, {
      params: { to: person.email },
    });
    assert.match(await mails.text(), /is complete again/);
  }),
];

async function evidenceLink({ page }: Visit): Promise<string> {
  const link = await page.locator('a[href*="/evidence/"]').first().getAttribute("href");
  assert.ok(link, "the order shows evidence");
  return link;
}

async function decline({ page, t }: Visit, orderId: string, reason: string): Promise<void> {
  const row = page.getByRole("row").filter({ has: page.locator(`a[href$="${orderId}"]`) });
  await row.getByRole("button", { name: t("support-admin.refills.decline") }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(t("admin.reason.label")).fill(reason);
  await dialog.getByRole("button", { name: t("support-admin.refills.decline") }).click();
  await dialog.waitFor({ state: "hidden" });
}

async function ask({ page, t, see }: Visit): Promise<void> {
  const button = page.getByRole("button", { name: t("support.refill.button") });
  await see(button, 30_000);
  await button.click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: t("support.refill.send") }).click();
  await dialog.waitFor({ state: "hidden" });
}
