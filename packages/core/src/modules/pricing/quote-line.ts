import type { Scope } from "#infrastructure/database";
import { type Actor, ownerOf } from "#kernel/actor";
import type { Catalog } from "#modules/catalog";
import type { LineQuoteRequest, StoredLineQuote } from "./line-quote.ts";
import { insertQuotes } from "./line-quote-repository.ts";
import { makeQuote, type QuoteDeps } from "./make-quote.ts";
import { productNotFound, quoteOwnerRequired } from "./pricing-errors.ts";

/** Prices one configured line for somebody and stores the quote: one read, one write. */
export async function quoteLine(
  deps: QuoteDeps & { readonly catalog: Catalog },
  scope: Scope,
  actor: Actor,
  request: LineQuoteRequest,
): Promise<StoredLineQuote> {
  const ownerId = ownerOf(actor);
  if (ownerId === null) throw quoteOwnerRequired();
  const product = await deps.catalog.findById(scope, request.productId);
  if (product === null) throw productNotFound(request.productId);
  const quote = makeQuote(deps, product, ownerId, request, null);
  await insertQuotes(scope, [quote]);
  return quote;
}
