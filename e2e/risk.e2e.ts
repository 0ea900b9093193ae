import assert from "node:assert/strict";
import { journey } from "./journey.ts";
import { cards, enterCard } from "./steps/card-form.ts";
import {
  fillCheckout,
  goToCheckout,
  newPerson,
  openOrder,
  type Person,
  payButton,
  seePaid,
} from "./steps/check-out.ts";
import { addToCart, audit, configureAudit } from "./steps/configure-product.ts";
import { signInAs } from "./steps/sign-in.ts";
import type { Visit } from "./visit.ts";
import { beginning } from "./words.ts";

const queue = "/admin/risk";
const otherDeclined = ["4000 0000 0000 9995", "4000 0000 0000 0069", "4000 0000 0000 0127"];

export const journeys = [
  journey(
    "whose bank called a purchase back proves to hold the card; from abroad a person decides, and may take it back",
    async ({ visit, shop }) => {
      const buyer = await visit({ width: 360, height: 800 });
      const person = newPerson();
      await checkOut(buyer, person, cards.isDisputed);
      await arrive(buyer);
      await openOrder(buyer);
      await buyer.see(buyer.page.getByText(buyer.t("account.states.disputed.now")), 60_000);

      await checkOut(buyer, person, cards.pays);
      await buyer.heading("Is it you who is paying?", 40_000);
      await buyer.page.getByRole("button", { name: "Approve" }).click();
      await arrive(buyer);
      await seePaid(buyer);

      await checkOut(buyer, person, cards.pays, "FR");
      await arrive(buyer);
      await buyer.heading(buyer.t("confirmation.states.review.title"), 60_000);
      await buyer.look("held for review");
      const orderId = await openOrder(buyer);
      await buyer.see(buyer.page.getByText(buyer.t("account.states.on_hold.now")));
      assert.doesNotMatch(await buyer.page.content(), /risk review/i, "what we suspect is not the buyer's to read");

      const operator = await visit();
      await operator.open(`/login?next=${queue}`);
      await signInAs(operator, shop, "Operator");
      await operator.heading(operator.t("admin-risk.title"));
      const purchase = purchaseOf(operator, orderId);
      for (const signal of ["disputes", "card-from-elsewhere"]) {
        await operator.see(purchase.getByText(operator.t(`admin-risk.signal.${signal}`)));
      }
      await operator.look("review queue");
      await decide(operator, orderId, "approve", "Called them: they moved to Lyon.");
      await purchase.waitFor({ state: "detached" });
      await buyer.see(workOf(buyer), 30_000);

      await operator.open(`${queue}?show=all`);
      await operator.see(purchase.getByText("Called them: they moved to Lyon."));
      await decide(operator, orderId, "reopen", "The number was not theirs.");
      await buyer.see(buyer.page.getByText(buyer.t("account.states.on_hold.now")), 30_000);
      await operator.see(purchase.getByText(operator.t("admin-risk.review.open"), { exact: true }));
      await decide(operator, orderId, "approve", "They wrote from their own address.");
      await operator.see(purchase.getByText(operator.t("admin-risk.review.approved"), { exact: true }));
      for (const reason of ["Called them: they moved to Lyon.", "The number was not theirs."]) {
        await operator.see(purchase.getByText(reason));
      }
      await operator.look("review decided");
      await buyer.see(buyer.page.getByText(buyer.t("account.states.delivered.now")), 120_000);
    },
  ),
  journey(
    "four failed cards in an hour lock out; the buyer is not told why, an operator finds them by their reference and is",
    async ({ visit, shop }) => {
      const buyer = await visit();
      const { page, t, see } = buyer;
      const person = newPerson();
      await checkOut(buyer, person, cards.isDeclined);
      await see(page.getByText(/try another card/i), 40_000);
      // One card tried four times would be a reason of its own; these are four.
      for (const card of [...otherDeclined, cards.pays]) {
        await enterCard(buyer, card, person);
        const [answer] = await Promise.all([
          page.waitForResponse(
            (response) => response.request().method() === "POST" && response.url().endsWith("/checkout"),
          ),
          payButton(buyer).click(),
        ]);
        assert.equal(answer.status(), card === cards.pays ? 403 : 402);
      }
      await see(page.getByText(t("problems.risk.refused.title")));
      await buyer.look("refused");
      const told = (await page.getByText(beginning(t, "problems.reference")).first().textContent()) ?? "";
      const reference = told.split(" ").at(-1) ?? "";

      const operator = await visit({ locale: "de", width: 768, height: 1024 });
      await operator.open("/login");
      await signInAs(operator, shop, "Operator");
      await operator.open(`${queue}?show=blocked`);
      await operator.see(operator.page.getByText(operator.t("admin-risk.rule.failed-cards")));
      await operator.see(operator.page.getByText(operator.t("admin-risk.signal.declined-cards")));
      await operator.look("refused, in German");
      const search = operator.page.getByLabel(operator.t("admin-risk.search.label"));
      await search.last().fill(reference);
      await operator.page.getByRole("button", { name: operator.t("admin-risk.search.find") }).click();
      await operator.page.waitForURL(/reference=/);
      await operator.see(operator.page.getByText(person.email));
      await operator.see(operator.page.getByText(reference));
      assert.equal(await operator.page.locator("main li").filter({ hasText: reference }).count(), 1);
      await operator.look("found by reference");
    },
  ),
];

/** Buys the audit of a channel; the button is pressed and what comes is for the caller to see. */
async function checkOut(visit: Visit, person: Person, card: string, country = "DE"): Promise<void> {
  await visit.open(`/products/${audit.slug}`);
  // Many attempts for one channel are a reason of their own.
  await configureAudit(visit, `@${person.email.split("@", 1)[0]}`);
  await addToCart(visit);
  await goToCheckout(visit);
  await visit.page.getByLabel(visit.t("checkout.billing.country"), { exact: true }).selectOption(country);
  await fillCheckout(visit, person);
  await enterCard(visit, card, person);
  await payButton(visit).click();
}

const arrive = ({ page }: Visit) => page.waitForURL(/\/checkout\/success/, { timeout: 40_000 });

const workOf = ({ page, t }: Visit) =>
  ["processing", "active", "delivered"]
    .map((state) => page.getByText(t(`account.states.${state}.now`)))
    .reduce((either, other) => either.or(other));

const purchaseOf = ({ page }: Visit, orderId: string) =>
  page.getByRole("listitem").filter({ has: page.locator(`a[href$="/admin/orders/${orderId}"]`) });

async function decide(visit: Visit, orderId: string, verdict: "approve" | "reopen", reason: string): Promise<void> {
  const { page, t } = visit;
  const name = t(`admin-risk.${verdict}.button`);
  await purchaseOf(visit, orderId).getByRole("button", { name }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(t("admin.reason.label")).fill(reason);
  await dialog.getByRole("button", { name }).click();
  await dialog.waitFor({ state: "hidden" });
}
