import assert from "node:assert/strict";
import { journey } from "./journey.ts";
import { buyCart } from "./steps/check-out.ts";
import { addToCart, audit, configureAudit } from "./steps/configure-product.ts";
import { signInAs } from "./steps/sign-in.ts";

export const journeys = [
  journey(
    "a customer's cart of before signing in stays, and what they buy is there at the next sign-in",
    async ({ visit, shop }) => {
      const customer = await visit();
      const { page, t, see } = customer;
      await customer.open(`/products/${audit.slug}`);
      await configureAudit(customer, "@mara-macht");
      await addToCart(customer);
      await customer.open("/login");
      await customer.look("sign in");
      const { email } = await signInAs(customer, shop, "Customer");
      await see(page.getByText(t("account.nav.signedInAs", { email })));
      await customer.open("/cart");
      await customer.heading(t("cart.title"));
      await see(
        page
          .getByRole("list", { name: t("cart.lines") })
          .getByText(audit.en)
          .first(),
      );
      const orderId = await buyCart(customer, { name: "Mara Beispiel", email, street: "Musterallee 12" });
      await page.getByRole("button", { name: t("account.nav.signOut") }).click();
      await page.waitForURL((url) => !url.pathname.startsWith("/account/orders/"));
      await customer.open(`/account/orders/${orderId}`).catch(() => undefined);
      assert.equal(
        await page.getByText(t("account.order.papers"), { exact: true }).count(),
        0,
        "gone with the session",
      );

      const later = await visit();
      await later.open("/login");
      await signInAs(later, shop, "Customer");
      await later.heading(t("account.list.title"));
      const order = later.page.locator(`a[href$="/account/orders/${orderId}"]`);
      await later.see(order);
      await later.look("orders");
      await order.first().click();
      await later.heading(t("account.order.lines"));
      await later.open("/account/profile");
      await later.heading(t("account.profile.title"));
      await later.look("profile");
    },
    { asCustomer: true },
  ),
];
