import type { FrameLocator } from "playwright-core";
import type { Visit } from "../visit.ts";

/** Test cards of the processor, by what they do. */
export const cards = {
  pays: "4242 4242 4242 4242",
  isDeclined: "4000 0000 0000 0002",
  /** Pays; then the bank calls the money back. */
  isDisputed: "4000 0000 0000 0259",
} as const;

/** Enters a card into the processor's own form, which stands in a frame. */
export async function enterCard(
  { page, t, locale }: Visit,
  number: string,
  holder: { readonly name: string },
): Promise<void> {
  const frame = page.frameLocator(`iframe[title="${t("checkout.payment.frame")}"]`);
  await fill(frame, locale === "de" ? "Name auf der Karte" : "Name on card", holder.name);
  await fill(frame, locale === "de" ? "Kartennummer" : "Card number", number);
  await fill(frame, locale === "de" ? "Gültig bis" : "Expiry", "12 / 34");
  await fill(frame, locale === "de" ? "Prüfziffer" : "Security code", "123");
}

const fill = (frame: FrameLocator, label: string, value: string) => frame.getByLabel(label).fill(value);
