import type { Locale } from "@smplat/contracts/vocabulary";
import type { Scope } from "#infrastructure/database";
import type { Actor } from "#kernel/actor";
import { newId } from "#kernel/id";
import type { CatalogProduct } from "#modules/catalog";
import type { StoredLineQuote } from "#modules/pricing";
import type { Cart, CartItem } from "./cart.ts";
import { cartCurrencyMismatch, cartFull, linesMax, quoteExpired, quoteNotFound, quoteTampered } from "./cart-errors.ts";
import { addQuotedLine, updateLine } from "./cart-repository.ts";
import type { CartDeps } from "./carts.ts";
import { getOpenCart, requireOwner } from "./open-cart.ts";

/**
 * Puts a quoted line into the cart. The same quote twice is one add; the same configuration again grows its line, which
 * is then quoted for the new quantity. A quote with required questions unanswered is refused, each with its message.
 *
 * Throws `quote.not-found`, `quote.tampered`, `quote.expired`, `selection.invalid` with `fields`, `cart.not-found`,
 * `cart.closed`, `cart.currency-mismatch`, `cart.too-many-lines`.
 */
export async function addLine(
  deps: CartDeps,
  scope: Scope,
  actor: Actor,
  cartId: string,
  quoteId: string,
): Promise<Cart> {
  const ownerId = requireOwner(actor);
  const now = deps.clock.now();
  return scope.transaction(async (tx) => {
    const [quote] = await deps.pricing.findQuotes(tx, [quoteId]);
    if (quote === undefined || quote.ownerId !== ownerId) throw quoteNotFound();
    if (!deps.pricing.verifySignature(quote)) throw quoteTampered();
    if (quote.expiresAt <= deps.clock.wall()) throw quoteExpired();
    deps.pricing.requireAnswers(quote);
    const product = await deps.catalog.findById(tx, quote.productId);
    if (product === null) throw quoteNotFound();
    const target = { cartId, ownerId, currency: quote.currency, linesMax, now };
    const added = await addQuotedLine(tx, target, {
      id: newId("cln"),
      productId: quote.productId,
      configHash: quote.configHash,
      quantity: quote.quantity,
      quoteId: quote.id,
      item: itemOf(quote, product),
    });
    if (added === null) throw await whyNot(tx, actor, cartId, quote.currency);
    if (added.line.quantity === added.line.item.quotedQuantity) return added.cart;
    const { quantity, id: lineId } = added.line;
    const fresh = deps.pricing.makeQuote(product, ownerId, { ...requestOf(quote), quantity }, lineId);
    deps.pricing.requireAnswers(fresh);
    await deps.pricing.insertQuotes(tx, [fresh]);
    const item = itemOf(fresh, product);
    await updateLine(tx, { cartId, lineId: added.line.id, now }, { quoteId: fresh.id, item });
    const lines = added.cart.lines.map((line) =>
      line.id === added.line.id ? { ...line, quoteId: fresh.id, item } : line,
    );
    return { ...added.cart, lines, version: added.cart.version + 1 };
  });
}

async function whyNot(scope: Scope, actor: Actor, cartId: string, currency: string): Promise<Error> {
  const cart = await getOpenCart(scope, actor, cartId);
  return cart.currency === currency ? cartFull() : cartCurrencyMismatch(cart.currency);
}

/** What asking for the same line again looks like, but for its quantity. */
const requestOf = (quote: StoredLineQuote) => ({
  selection: quote.selection,
  platformContext: quote.platformContext,
  currency: quote.currency,
  locale: quote.locale,
});

export function itemOf(quote: StoredLineQuote, product: CatalogProduct): CartItem {
  return {
    slug: product.slug,
    title: product.title,
    unit: product.unit,
    artSeed: product.artSeed,
    selection: quote.selection,
    platformContext: quote.platformContext,
    parts: quote.parts,
    summary: quote.summary,
    netMinor: quote.netMinor,
    quotedQuantity: quote.quantity,
    locale: quote.locale satisfies Locale,
    expiresAt: quote.expiresAt.toISOString(),
  };
}
