import * as z from "zod/mini";
import { ProductId, Selection } from "../products/schemas.ts";
import { PricePart, QuoteId } from "../quotes/schemas.ts";
import { Country, Currency, Instant, id, Money, PlatformContext, Slug, text } from "../schemas.ts";

export const CartId = id("crt");
export const CartLineId = id("cln");
export const CartQuoteId = id("cqt");

/** What stands between a line and being bought, with the way forward. `repriced` is a notice: the new price applies. */
export const CartProblem = z.strictObject({
  lineId: CartLineId,
  code: z.enum([
    "repriced",
    "not_on_sale",
    "sold_out",
    "measurement_required",
    "ownership_required",
    "selection_invalid",
  ]),
  message: z.string(),
  blocking: z.boolean(),
  previousNet: z.nullable(Money),
});

export const CartLine = z.strictObject({
  id: CartLineId,
  quoteId: QuoteId,
  product: z.strictObject({ id: ProductId, slug: Slug, title: z.string(), unit: z.string(), artSeed: z.int() }),
  quantity: z.int(),
  selection: Selection,
  /** The choices in words, ready to show. */
  summary: z.array(z.string()),
  platformContext: z.nullable(PlatformContext),
  parts: z.array(PricePart),
  net: Money,
  gross: Money,
  quoteExpiresAt: Instant,
});
export type CartLine = z.infer<typeof CartLine>;

export const Cart = z.strictObject({
  id: CartId,
  currency: Currency,
  version: z.int(),
  lines: z.array(CartLine),
  problems: z.array(CartProblem),
  /** With the VAT of `country`; the binding total is the cart quote's. */
  totals: z.strictObject({ net: Money, tax: Money, gross: Money, country: Country }),
});
export type Cart = z.infer<typeof Cart>;

export const TaxLine = z.strictObject({ rateBp: z.int(), baseMinor: z.int(), taxMinor: z.int(), label: z.string() });

/** The binding total of a cart for one billing country, honoured until `expiresAt`. */
export const CartQuote = z.strictObject({
  id: CartQuoteId,
  cartId: CartId,
  lines: z.array(
    z.strictObject({ lineId: CartLineId, quoteId: QuoteId, net: Money, tax: Money, gross: Money, taxRateBp: z.int() }),
  ),
  adjustments: z.array(z.strictObject({ kind: z.string(), label: z.string(), amount: Money })),
  taxes: z.array(TaxLine),
  taxNote: z.nullable(z.string()),
  net: Money,
  tax: Money,
  total: Money,
  billingCountry: Country,
  taxId: z.nullable(z.string()),
  expiresAt: Instant,
  signature: z.string(),
});
export type CartQuote = z.infer<typeof CartQuote>;

export const CartQuoteRequest = z.strictObject({ billingCountry: Country, taxId: z.optional(text(20)) });
