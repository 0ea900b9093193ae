import type { Currency, Locale, Platform } from "@smplat/contracts/vocabulary";
import type { Selection } from "#modules/catalog";
import type { PricePart } from "./priced-line.ts";

/** Which channel a line is for; `accountId` is null while it was never validated. */
export interface QuotedChannel {
  readonly platform: Platform;
  readonly handle: string | null;
  readonly accountId: string | null;
}

/** What a shopper asks the price of. */
export interface LineQuoteRequest {
  readonly productId: string;
  readonly quantity: number;
  readonly selection: Selection;
  readonly platformContext: QuotedChannel | null;
  readonly currency: Currency;
  readonly locale: Locale;
}

/** A net price for one configured line, signed, honoured until `expiresAt` (wall time). */
export interface StoredLineQuote {
  readonly id: string;
  readonly ownerId: string;
  readonly productId: string;
  readonly productVersion: number;
  readonly quantity: number;
  readonly selection: Selection;
  readonly platformContext: QuotedChannel | null;
  readonly currency: Currency;
  readonly locale: Locale;
  readonly parts: readonly PricePart[];
  readonly summary: readonly string[];
  /** Keys of the required questions still to be answered; a quote with any goes into no cart. */
  readonly missing: readonly string[];
  readonly netMinor: number;
  /** The same for two lines that differ in nothing but quantity, price and time: they can become one. */
  readonly configHash: string;
  readonly signature: string;
  /** Wall time. */
  readonly createdAt: Date;
  readonly expiresAt: Date;
  /** The cart line that took the quote; null while none did. */
  readonly cartLineId: string | null;
}
