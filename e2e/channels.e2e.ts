import assert from "node:assert/strict";
import { journey } from "./journey.ts";
import type { Shop } from "./start-shop.ts";
import { buyCart } from "./steps/check-out.ts";
import { addToCart } from "./steps/configure-product.ts";
import { signInAs } from "./steps/sign-in.ts";
import type { Visit } from "./visit.ts";

/** Work that is done in the channel's name: sold only for a channel that is proven to be the buyer's. */
const community = { slug: "community-management-hours" } as const;

export const journeys = [
  journey(
    "a customer proves a channel with a code; work in its name is refused before and sold after",
    async ({ visit, shop }) => {
      const customer = await visit();
      const { page, t, see } = customer;
      const handle = `nordlicht-${Date.now().toString(36)}`;
      await customer.open("/login");
      const { email } = await signInAs(customer, shop, "Customer");
      await putOnList(customer, handle);
      await customer.look("channel added");

      await configureCommunity(customer, handle);
      await see(page.getByText(t("product.ownership.title")));
      await customer.look("product that demands proof");
      await addToCart(customer);
      await see(page.getByRole("link", { name: t("cart.problems.prove") }));
      await customer.look("cart with an unproven channel");
      await page.goto(`${shop.url}/checkout`);
      await see(page.getByText(t("problems.checkout.ownership-required.title")));
      await customer.look("checkout refuses");
      await page.getByRole("link", { name: t("checkout.prove") }).click();
      await page.waitForURL(/\/account\/channels\?channel=soc_/);

      await proveWithCode(customer, shop, handle);
      await customer.look("channel proven");
      await customer.open("/cart");
      await customer.heading(t("cart.title"));
      assert.equal(
        await page.getByRole("link", { name: t("cart.problems.prove") }).count(),
        0,
        "nothing stands before it",
      );
      await buyCart(customer, { name: "Mara Beispiel", email, street: "Musterallee 12" });
    },
    { asCustomer: true },
  ),
  journey("a guest on a phone, in German, proves a channel without an account", async ({ visit, shop }) => {
    const guest = await visit({ locale: "de", width: 360, height: 780 });
    const handle = `ufer-${Date.now().toString(36)}`;
    await putOnList(guest, handle);
    await proveWithCode(guest, shop, handle);
    await guest.look("channel proven by a guest");
    await guest.page.getByText(guest.t("channels.history.title")).click();
    await guest.see(guest.page.getByRole("img").or(guest.page.getByText(guest.t("channels.history.none"))));
    await guest.look("history");
  }),
];

async function putOnList({ open, page, t, see, heading }: Visit, handle: string): Promise<void> {
  await open("/account/channels");
  await heading(t("channels.title"));
  await page.getByLabel(t("channels.add.platform")).selectOption("youtube");
  await page.getByLabel(t("channels.add.label")).fill(`@${handle}`);
  await see(page.getByText(t("product.channel.measured")));
  await page.getByRole("button", { name: t("channels.add.submit") }).click();
  await see(cardOf(page, handle));
}

const cardOf = (page: Visit["page"], handle: string) => page.getByRole("listitem", { name: `@${handle}` });

/** A first look without the code is told so; then the platform shows it, and the next look finds it. */
async function proveWithCode({ page, t, see }: Visit, shop: Shop, handle: string): Promise<void> {
  const card = cardOf(page, handle);
  await card.getByRole("button", { name: t("channels.verify.start") }).click();
  const code = (await card.locator("code").first().textContent()) ?? "";
  assert.match(code, /^smplat-[0-9A-HJKMNP-TV-Z]{8}$/);
  const lookNow = card.getByRole("button", { name: t("channels.verify.check") });
  await lookNow.click();
  await see(card.getByText(t("channels.verify.missingTitle")));
  await setBio(shop, handle, `Clips from the north. ${code}`);
  await lookNow.click();
  await see(card.getByText(t("channels.verify.provenTitle")), 30_000);
  await see(card.getByText(t("channels.ownership.proven"), { exact: true }));
}

/** The sandbox plays YouTube beside the shop: its port is 1010 above. */
async function setBio(shop: Shop, handle: string, bio: string): Promise<void> {
  const { protocol, hostname, port } = new URL(shop.url);
  const sandbox = `${protocol}//${hostname}:${Number(port) + 1_010}`;
  const answer = await fetch(`${sandbox}/control/channels/youtube/${handle}`, {
    method: "PUT",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ bio }),
  });
  assert.equal(answer.status, 200);
}

async function configureCommunity({ open, page, t, see }: Visit, handle: string): Promise<void> {
  await open(`/products/${community.slug}`);
  await page.getByRole("button", { name: new RegExp(`@${handle}`) }).click();
  await see(page.getByText(t("product.channel.measured")));
  await page.getByRole("radio", { name: /^English/ }).check();
  await page.getByLabel("When we should be there").fill("Mon to Fri, 5 to 7 pm, Berlin");
  await page
    .getByRole("textbox", { name: /^Brief/ })
    .first()
    .fill("A channel about the coast. People should feel welcome and get an answer within the day.");
  await see(page.getByText(t("product.price.parts")));
}
