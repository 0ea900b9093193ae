import type { Clock } from "#kernel/clock";
import { after, minutes } from "#kernel/clock";
import { newId } from "#kernel/id";
import type { CatalogProduct } from "#modules/catalog";
import { configure } from "./configure.ts";
import type { LineQuoteRequest, StoredLineQuote } from "./line-quote.ts";
import { priceLine } from "./price-line.ts";
import { productNotFound, productNotPublished } from "./pricing-errors.ts";
import { configHashOf, signQuote } from "./sign-quote.ts";

/** How long a price is honoured, wall time. */
export const quoteLifetimeMs = minutes(30);

export interface QuoteDeps {
  readonly clock: Clock;
  readonly signingKey: string;
}

/**
 * Checks and prices a configuration and signs the result, without storing it. Required questions may be unanswered: the
 * quote lists them as `missing`. Throws `product.not-found` for a draft, `product.not-published`, `selection.invalid`,
 * `selection.platform-not-eligible`, `money.out-of-range`.
 */
export function makeQuote(
  deps: QuoteDeps,
  product: CatalogProduct,
  ownerId: string,
  request: Omit<LineQuoteRequest, "productId">,
  cartLineId: string | null,
): StoredLineQuote {
  if (product.state === "draft") throw productNotFound(product.id);
  if (product.state !== "published") throw productNotPublished(product.id);
  const { platformContext, currency, locale, quantity } = request;
  const { selection, missing } = configure(product, { ...request, platform: platformContext?.platform ?? null });
  const priced = priceLine(product, { quantity, selection, currency, locale });
  const createdAt = deps.clock.wall();
  const content = {
    id: newId("quo"),
    ownerId,
    productId: product.id,
    productVersion: product.version,
    quantity,
    selection,
    platformContext,
    currency,
    locale,
    parts: priced.parts,
    netMinor: priced.netMinor,
    missing,
    configHash: configHashOf({ productId: product.id, selection, platformContext, currency }),
    expiresAt: after(createdAt, quoteLifetimeMs),
  };
  return {
    ...content,
    summary: priced.summary,
    signature: signQuote(content, deps.signingKey),
    createdAt,
    cartLineId,
  };
}
