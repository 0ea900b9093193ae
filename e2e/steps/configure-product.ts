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
