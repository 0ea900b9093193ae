import type { Currency } from "@smplat/contracts/vocabulary";
import type { LocalizedText } from "#kernel/locale";

/** What a shopper whose purchase was refused tells a person to be found by, and what it was about. */
export interface Refusal {
  readonly assessmentId: string;
  /** The id of the refused request: the reference the shopper was shown. */
  readonly reference: string;
  readonly at: Date;
  readonly email: string;
  readonly totalMinor: number;
  readonly currency: Currency;
  readonly products: readonly RefusedProduct[];
}

export interface RefusedProduct {
  readonly title: LocalizedText;
  readonly quantity: number;
}
