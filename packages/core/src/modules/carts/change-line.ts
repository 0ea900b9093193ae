import type { Scope } from "#infrastructure/database";
import type { Actor } from "#kernel/actor";
import { itemOf } from "./add-line.ts";
import { cartLineNotFound } from "./cart-errors.ts";
import { deleteLine, updateLine } from "./cart-repository.ts";
import type { CartDeps } from "./carts.ts";
import { getOpenCart } from "./open-cart.ts";

/**
 * Sets a line's quantity and quotes it anew. Throws `cart.not-found`, `cart.closed`, `cart.line-not-found`, and
 * `selection.invalid` for a quantity the product isn't sold in or a question it requires by now.
 */
export async function changeLine(
  deps: CartDeps,
  scope: Scope,
  actor: Actor,
  cartId: string,
  lineId: string,
  quantity: number,
): Promise<void> {
  await scope.transaction(async (tx) => {
    const cart = await getOpenCart(tx, actor, cartId);
    const line = cart.lines.find((candidate) => candidate.id === lineId);
    if (line === undefined) throw cartLineNotFound(lineId);
    const { selection, platformContext, locale } = line.item;
    const request = {
      productId: line.productId,
      quantity,
      selection,
      platformContext,
      currency: cart.currency,
      locale,
    };
    const quote = await deps.pricing.quoteLine(tx, actor, request);
    deps.pricing.requireAnswers(quote);
    const product = await deps.catalog.findById(tx, line.productId);
    if (product === null) throw cartLineNotFound(lineId);
    const target = { cartId, lineId, now: deps.clock.now() };
    if (!(await updateLine(tx, target, { quantity, quoteId: quote.id, item: itemOf(quote, product) }))) {
      throw cartLineNotFound(lineId);
    }
  });
}

/** Takes a line out. Throws `cart.not-found`, `cart.closed`, `cart.line-not-found`. */
export async function removeLine(
  deps: CartDeps,
  scope: Scope,
  actor: Actor,
  cartId: string,
  lineId: string,
): Promise<void> {
  await scope.transaction(async (tx) => {
    await getOpenCart(tx, actor, cartId);
    if (!(await deleteLine(tx, { cartId, lineId, now: deps.clock.now() }))) throw cartLineNotFound(lineId);
  });
}
