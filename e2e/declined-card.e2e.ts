import assert from "node:assert/strict";
import { journey } from "./journey.ts";
import { cards, enterCard } from "./steps/card-form.ts";
import { fillCheckout, goToCheckout, newPerson, openOrder, payAndSeePaid, payButton } from "./steps/check-out.ts";
import { addToCart, audit, configureAudit } from "./steps/configure-product.ts";

export const journeys = [
  journey(
    "a declined card keeps cart and form, says what to do, and another card pays the same order",
    async ({ visit }) => {
      const guest = await visit();
      const { page, t, see } = guest;
      await guest.open(`/products/${audit.slug}`);
      await configureAudit(guest, "@second-try");
      await addToCart(guest);
      await goToCheckout(guest);
      const person = newPerson();
      await fillCheckout(guest, person);
      await enterCard(guest, cards.isDeclined, person);
      await payButton(guest).click();
      await see(page.getByRole("alert").filter({ hasText: /./ }), 40_000);
      await see(page.getByText(/try another card/i));
      assert.match(page.url(), /\/checkout$/, "the buyer stays where the card is entered");
      assert.equal(await page.getByLabel(t("checkout.contact.email"), { exact: true }).inputValue(), person.email);
      await guest.look("declined");
      await enterCard(guest, cards.pays, person);
      await payAndSeePaid(guest);
      const orderId = await openOrder(guest);
      await guest.open("/account/orders");
      await guest.heading(t("account.list.title"));
      const links = page.locator('a[href*="/account/orders/ord_"]');
      assert.equal(await links.count(), 1, "one order, not one per card");
      assert.match((await links.first().getAttribute("href")) ?? "", new RegExp(orderId));
    },
  ),
];
