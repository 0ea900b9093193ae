import type { Currency } from "@smplat/contracts/vocabulary";
import type { Scope, Tx } from "#infrastructure/database";
import { handleLocal, type JobHandler } from "#infrastructure/jobs";
import type { Actor } from "#kernel/actor";
import type { Clock } from "#kernel/clock";
import type { Catalog, CatalogProduct, ProductContent } from "#modules/catalog";
import type { TaxAssessment } from "#modules/tax";
import type { LineQuoteRequest, StoredLineQuote } from "./line-quote.ts";
import { attachQuote, findQuotes, insertQuotes, updateOwner } from "./line-quote-repository.ts";
import { makeQuote } from "./make-quote.ts";
import { type Priceable, priceLine } from "./price-line.ts";
import type { LineConfiguration, PricedLine } from "./priced-line.ts";
import { purgeQuotes } from "./purge-quotes.ts";
import { purgeQuotesJob } from "./quote-jobs.ts";
import { quoteLine } from "./quote-line.ts";
import { rememberSmallestOrder } from "./remember-smallest-order.ts";
import { requireAnswers } from "./require-answers.ts";
import { verifyQuote } from "./sign-quote.ts";
import { smallestOrderNet } from "./smallest-order.ts";
import { type CartAdjustment, type CartTotals, totalCart } from "./total-cart.ts";

/** Prices, and nobody else does. Quotes belong to the shopper they were made for. */
export interface Pricing {
  /**
   * Checks, prices, signs and stores one configured line for 30 minutes of wall time; two statements. Required questions
   * without an answer don't refuse it, they are listed as `missing`; wrong answers do. Throws `auth.required`,
   * `product.not-found`, `product.not-published`, `selection.invalid` with `fields`, `selection.platform-not-eligible`,
   * `money.out-of-range`.
   */
  quoteLine(scope: Scope, actor: Actor, request: LineQuoteRequest): Promise<StoredLineQuote>;
  /** The same without storing: for carts that price several lines anew. Store the result with `insertQuotes`. */
  makeQuote(
    product: CatalogProduct,
    ownerId: string,
    request: Omit<LineQuoteRequest, "productId">,
    cartLineId: string | null,
  ): StoredLineQuote;
  /** The net price of choices, in parts; pure. Throws `selection.invalid`, `money.out-of-range`. */
  price(product: Priceable, line: LineConfiguration): PricedLine;
  /** The net price of the smallest order in a currency the product is priced in; pure. */
  smallestOrderNet(product: ProductContent, currency: Currency): number;
  /** The same for a stored product, worked out once per version of it. */
  fromNet(product: CatalogProduct, currency: Currency): number;
  /** Those of the quotes that exist, of whatever owner and age, in any order; one statement. */
  findQuotes(scope: Scope, ids: readonly string[]): Promise<StoredLineQuote[]>;
  /** Stores quotes that {@link makeQuote} made; one statement. */
  insertQuotes(scope: Scope, quotes: readonly StoredLineQuote[]): Promise<void>;
  /** Gives a quote to the cart line that took it. False when a line has it already. */
  attachQuote(tx: Tx, quoteId: string, cartLineId: string): Promise<boolean>;
  /** Whether a stored quote is exactly what was signed. */
  verifySignature(quote: StoredLineQuote): boolean;
  /** Throws `selection.invalid` with `fields` for a quote that leaves required questions open: nobody can buy it. */
  requireAnswers(quote: StoredLineQuote): void;
  /** Whether a quote's price is still honoured. */
  isLive(quote: Pick<StoredLineQuote, "expiresAt">): boolean;
  /** Nets, taxes and total of a cart; pure. Throws `money.out-of-range`. */
  totalCart(
    lines: readonly { readonly id: string; readonly netMinor: number }[],
    adjustments: readonly CartAdjustment[],
    assessment: Pick<TaxAssessment, "rateBp" | "label">,
  ): CartTotals;
  /** Moves a guest's quotes to an account. */
  reassign(tx: Tx, fromOwnerId: string, toOwnerId: string): Promise<void>;
  readonly jobs: readonly JobHandler[];
}

export interface PricingDeps {
  readonly clock: Clock;
  readonly catalog: Catalog;
  /** Secret key of the quotes' HMAC. */
  readonly signingKey: string;
}

export function createPricing(deps: PricingDeps): Pricing {
  return {
    quoteLine: (scope, actor, request) => quoteLine(deps, scope, actor, request),
    makeQuote: (product, ownerId, request, cartLineId) => makeQuote(deps, product, ownerId, request, cartLineId),
    price: priceLine,
    smallestOrderNet,
    fromNet: rememberSmallestOrder(),
    findQuotes,
    insertQuotes,
    attachQuote,
    verifySignature: (quote) => verifyQuote(quote, deps.signingKey),
    requireAnswers,
    isLive: (quote) => quote.expiresAt > deps.clock.wall(),
    totalCart,
    reassign: updateOwner,
    jobs: [handleLocal(purgeQuotesJob, (tx, payload) => purgeQuotes(deps, tx, payload.round ?? 0))],
  };
}
