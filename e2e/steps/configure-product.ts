import type { Visit } from "../visit.ts";

/** The quickest product of the demo: an audit, delivered within 16 hours of business time. */
export const audit = { slug: "profile-audit", en: "Profile audit", de: "Profilprüfung" } as const;

const brief = "A repair shop for vintage bikes. People should learn that we repair any frame.";

/** On the page of the audit: names the channel, waits for its reading, answers what is asked and sees the price. */
export async function configureAudit(visit: Visit, handle: string): Promise<void> {
  const { page, t, see } = visit;
  await page.getByRole("radio", { name: t("shell.platforms.youtube") }).check();
  await page.getByLabel(t("product.channel.label")).fill(handle);
  await see(page.getByText(t("product.channel.measured")));
  await page
    .getByRole("textbox", { name: /^Brief/ })
    .first()
    .fill(brief);
  await see(page.getByText(t("product.price.parts")));
}

/** Puts the configured product into the cart and arrives there. */
export async function addToCart({ page, t, heading }: Visit): Promise<void> {
  await page
    .getByRole("button", { name: t("product.price.add") })
    .first()
    .click();
  await page.waitForURL(/\/cart$/);
  await heading(t("cart.title"));
}

/** A placement on a platform that is read exactly, delivered piece by piece within 32 hours of business time. */
export const spotlight = { slug: "bluesky-spotlight" } as const;

/** On the page of the spotlight: names the channel, waits for its reading, orders four. */
export async function configureSpotlight(visit: Visit, handle: string): Promise<void> {
  const { page, t, see } = visit;
  const platform = page.getByRole("radio", { name: t("shell.platforms.bluesky") });
  if ((await platform.count()) > 0) await platform.check();
  await page.getByLabel(t("product.channel.label")).fill(handle);
  await see(page.getByText(t("product.channel.measured")));
  await page
    .getByRole("textbox", { name: /^Brief/ })
    .first()
    .fill(brief);
  await page.getByLabel(t("product.quantity.label"), { exact: true }).fill("4");
  await see(page.getByText(t("product.price.parts")));
}
