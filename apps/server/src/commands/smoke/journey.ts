import type { AccountValidation, CartQuote, LineQuote, Order, Product } from "@smplat/contracts";
import type { Currency, Platform } from "@smplat/contracts/vocabulary";
import type { Protocol } from "./protocol.ts";
import type { Shopper } from "./shopper.ts";

export interface SmokeOptions {
  /** Origin of the shop. */
  readonly base: string;
  readonly platform: Platform;
  readonly handle: string;
  /** A product's slug; null: the quickest that can be measured on the platform. */
  readonly product: string | null;
  readonly currency: Currency;
  /** Buy although the processor is a real one. */
  readonly buy: boolean;
  readonly paymentMethod: string;
  readonly email: string;
}

/** One walk through the shop: who walks, where it is written down, and what was found so far. */
export interface Journey {
  readonly options: SmokeOptions;
  readonly shopper: Shopper;
  readonly protocol: Protocol;
}

/** A configured line with its binding total. */
export interface Priced {
  readonly product: Product;
  readonly channel: AccountValidation;
  readonly line: LineQuote;
  readonly total: CartQuote;
}

export const inWords = ({ amountMinor, currency }: Order["totals"]["net"]): string =>
  `${(amountMinor / 100).toFixed(2)} ${currency}`;
