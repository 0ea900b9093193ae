import * as z from "zod/mini";
import { ProductId, Selection } from "../products/schemas.ts";
import { Country, Currency, Instant, id, Locale, Money, PlatformContext, Slug } from "../schemas.ts";

export const QuoteId = id("quo");

export const QuoteRequest = z.strictObject({
  productId: ProductId,
  quantity: z.int().check(z.minimum(1), z.maximum(1_000_000)),
  selection: Selection,
  platformContext: z.nullable(PlatformContext),
  currency: Currency,
  locale: z.optional(Locale),
  /** For the price with VAT; DE when absent. The net price does not depend on it. */
  country: z.optional(Country),
});
export type QuoteRequest = z.infer<typeof QuoteRequest>;

/** One step of the price; the amounts of all parts add up to the net price exactly. */
export const PricePart = z.strictObject({
  kind: z.enum(["base", "option", "volume", "add_on", "plan"]),
  key: z.nullable(Slug),
  label: z.string(),
  amountMinor: z.int(),
});

/**
 * A price for one configured line, net, honoured until `expiresAt`. Named however many questions are still open; a cart
 * takes the quote once `missing` is empty.
 */
export const LineQuote = z.strictObject({
  id: QuoteId,
  productId: ProductId,
  quantity: z.int(),
  selection: Selection,
  platformContext: z.nullable(PlatformContext),
  /** Keys of required, visible custom fields without an answer, in the product's order. */
  missing: z.array(Slug),
  parts: z.array(PricePart),
  net: Money,
  /** What a consumer in `country` would pay. */
  gross: Money,
  taxRateBp: z.int(),
  country: Country,
  expiresAt: Instant,
  signature: z.string(),
});
export type LineQuote = z.infer<typeof LineQuote>;
