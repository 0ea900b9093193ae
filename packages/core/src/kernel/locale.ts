import type { Locale } from "@smplat/contracts/vocabulary";

/** A text in every language of the shop. */
export type LocalizedText = Readonly<Record<Locale, string>>;

export const inLocale = (text: LocalizedText, locale: Locale): string => text[locale];
