export type { TaxAssessment } from "#modules/tax";
export type { LineQuoteRequest, QuotedChannel, StoredLineQuote } from "./line-quote.ts";
export type { Priceable } from "./price-line.ts";
export type { LineConfiguration, PricedLine, PricePart } from "./priced-line.ts";
export { createPricing, type Pricing, type PricingDeps } from "./pricing.ts";
export { smallestOrderNet } from "./smallest-order.ts";
export type { CartAdjustment, CartTotals, TaxSum, TotaledLine } from "./total-cart.ts";
