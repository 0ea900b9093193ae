import { journey } from "./journey.ts";
import { cards, enterCard } from "./steps/card-form.ts";
import { fillCheckout, goToCheckout, newPerson, openOrder, payAndSeePaid } from "./steps/check-out.ts";
import { addToCart, audit, configureAudit } from "./steps/configure-product.ts";

export const journeys = [
  journey("on a phone of 360 pixels every page fits and a purchase works", async ({ visit }) => {
    const guest = await visit({ width: 360, height: 740 });
    const { page, t } = guest;
    await guest.open("/");
    await guest.look("home");
    await guest.open("/products?platform=youtube:@kleine-kueche");
    await guest.see(page.getByRole("link", { name: audit.en }));
    await guest.look("products");
    await page.getByRole("link", { name: audit.en }).first().click();
    await page.waitForURL(/\/products\/profile-audit/);
    await guest.heading(audit.en);
    await configureAudit(guest, "@kleine-kueche");
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
    await guest.look("order");
    for (const path of ["/login", "/sign-up", "/terms", "/privacy", "/imprint", "/withdrawal", "/what-we-dont-sell"]) {
      await guest.open(path);
      await guest.see(page.getByRole("heading", { level: 1 }));
      await guest.look(path);
    }
    await guest.open("/account/orders");
    await guest.heading(t("account.list.title"));
    await guest.look("orders");
  }),
];
