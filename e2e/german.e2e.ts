import assert from "node:assert/strict";
import { journey } from "./journey.ts";
import { cards, enterCard } from "./steps/card-form.ts";
import { fillCheckout, goToCheckout, newPerson, openOrder, payAndSeePaid } from "./steps/check-out.ts";
import { addToCart, audit, configureAudit } from "./steps/configure-product.ts";

export const journeys = [
  journey("in German every page is German, from the first to the order", async ({ visit }) => {
    const guest = await visit({ locale: "de" });
    const { page, t } = guest;
    await guest.open("/");
    await guest.look("home");
    await page
      .getByRole("navigation")
      .getByRole("link", { name: t("shell.nav.products") })
      .first()
      .click();
    await page.waitForURL(/\/de\/products/);
    await guest.look("products");
    await guest.open(`/products/${audit.slug}`);
    await guest.heading(audit.de);
    await configureAudit(guest, "@werkstatt");
    await guest.look("product");
    await addToCart(guest);
    await guest.look("cart");
    await goToCheckout(guest);
    const person = newPerson();
    await fillCheckout(guest, person);
    await enterCard(guest, cards.pays, person);
    await guest.see(page.getByRole("button", { name: t("checkout.pay", { total: "" }).trim() }));
    await guest.look("checkout");
    await payAndSeePaid(guest);
    await guest.look("confirmation");
    await openOrder(guest);
    assert.match(page.url(), /\/de\/account\/orders\//);
    await guest.look("order");
  }),
];
