import type { Currency, Locale } from "@smplat/contracts/vocabulary";
import type { Selection } from "#modules/catalog";

/** One step of a price, in minor units; the parts of a line add up to its net price exactly. */
export interface PricePart {
  readonly kind: "base" | "option" | "volume" | "add_on" | "plan";
  /** The option's, add-on's or plan's key. */
  readonly key: string | null;
  /** In the language the price was asked in. */
  readonly label: string;
  readonly amountMinor: number;
}

/** What decides a price. */
export interface LineConfiguration {
  readonly quantity: number;
  readonly selection: Selection;
  readonly currency: Currency;
  readonly locale: Locale;
}

export interface PricedLine {
  readonly parts: readonly PricePart[];
  readonly netMinor: number;
  /** The choices in words, ready to show. */
  readonly summary: readonly string[];
}
