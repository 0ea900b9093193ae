import type { Scope } from "#infrastructure/database";
import { isDomainError } from "#kernel/domain-error";
import type { CatalogProduct } from "#modules/catalog";
import type { StoredLineQuote } from "#modules/pricing";
import { itemOf } from "./add-line.ts";
import { type Cart, type CartLine, type CartProblem, needsQuote } from "./cart.ts";
import { updateQuotes } from "./cart-repository.ts";
import type { CartDeps } from "./carts.ts";

export interface FreshCart {
  readonly cart: Cart;
  readonly products: ReadonlyMap<string, CatalogProduct>;
  readonly problems: readonly CartProblem[];
}

/**
 * A cart with every price in force: lines whose quote expired or whose quantity grew are quoted anew, and what changed
 * or blocks is told. An open cart only; others are answered as they are.
 */
export async function freshenCart(deps: CartDeps, scope: Scope, cart: Cart): Promise<FreshCart> {
  const found = await deps.catalog.findByIds(scope, [...new Set(cart.lines.map((line) => line.productId))]);
  const products = new Map(found.map((product) => [product.id, product]));
  if (cart.state !== "open") return { cart, products, problems: [] };
  const stale = cart.lines.filter((line) => needsQuote(line, deps.clock.wall()));
  const requoted = stale.length === 0 ? none : await requote(deps, scope, { cart, stale, products });
  const lines = cart.lines.map((line) => requoted.lines.get(line.id) ?? line);
  const problems = [
    ...requoted.problems,
    ...lines.flatMap((line) => blocking(deps, line, products.get(line.productId))),
    ...(await unproven(deps, scope, { ...cart, lines }, products)),
  ];
  return { cart: { ...cart, lines, version: cart.version + (requoted.lines.size > 0 ? 1 : 0) }, products, problems };
}

interface Requoted {
  readonly lines: ReadonlyMap<string, CartLine>;
  readonly problems: readonly CartProblem[];
}
const none: Requoted = { lines: new Map(), problems: [] };

/** Quotes stale lines anew and stores all of it in two statements, however many lines there are. */
async function requote(
  deps: CartDeps,
  scope: Scope,
  { cart, stale, products }: { cart: Cart; stale: readonly CartLine[]; products: ReadonlyMap<string, CatalogProduct> },
): Promise<Requoted> {
  const quotes: StoredLineQuote[] = [];
  const lines = new Map<string, CartLine>();
  const problems: CartProblem[] = [];
  for (const line of stale) {
    const product = products.get(line.productId);
    if (product === undefined || product.state !== "published") continue;
    const quote = attemptQuote(deps, cart, line, product);
    if (quote === null) {
      problems.push({ lineId: line.id, code: "selection_invalid", previousNetMinor: null });
      continue;
    }
    quotes.push(quote);
    lines.set(line.id, { ...line, quoteId: quote.id, item: itemOf(quote, product) });
    const changed = quote.netMinor !== line.item.netMinor && line.item.quotedQuantity === line.quantity;
    if (changed) problems.push({ lineId: line.id, code: "repriced", previousNetMinor: line.item.netMinor });
  }
  if (quotes.length > 0) {
    await scope.transaction(async (tx) => {
      await deps.pricing.insertQuotes(tx, quotes);
      await updateQuotes(tx, { cartId: cart.id, now: deps.clock.now() }, [...lines.values()]);
    });
  }
  return { lines, problems };
}

/** A fresh quote, or null when the product no longer takes these choices or asks more than was answered. */
function attemptQuote(deps: CartDeps, cart: Cart, line: CartLine, product: CatalogProduct): StoredLineQuote | null {
  const { selection, platformContext, locale } = line.item;
  const request = { quantity: line.quantity, selection, platformContext, currency: cart.currency, locale };
  try {
    const quote = deps.pricing.makeQuote(product, cart.ownerId, request, line.id);
    deps.pricing.requireAnswers(quote);
    return quote;
  } catch (error) {
    if (isDomainError(error)) return null;
    throw error;
  }
}

/**
 * Lines whose product is sold only for a channel the buyer proved to be theirs, while they did not. Asks nobody when no
 * line demands it.
 */
export async function unproven(
  deps: Pick<CartDeps, "channelOwnership">,
  scope: Scope,
  cart: Pick<Cart, "ownerId" | "lines">,
  products: FreshCart["products"],
): Promise<CartProblem[]> {
  const demanding = cart.lines.filter((line) => products.get(line.productId)?.ownershipPolicy === "required");
  if (demanding.length === 0) return [];
  const accountOf = (line: CartLine) => line.item.platformContext?.accountId ?? null;
  const accountIds = demanding.flatMap((line) => accountOf(line) ?? []);
  const proven = await deps.channelOwnership.findProven(scope, cart.ownerId, [...new Set(accountIds)]);
  return demanding
    .filter((line) => !proven.has(accountOf(line) ?? ""))
    .map((line) => ({ lineId: line.id, code: "ownership_required", previousNetMinor: null }));
}

function blocking(deps: CartDeps, line: CartLine, product: CatalogProduct | undefined): CartProblem[] {
  const problem = (code: CartProblem["code"]): CartProblem[] => [{ lineId: line.id, code, previousNetMinor: null }];
  if (product === undefined || product.state !== "published") return problem("not_on_sale");
  if (product.capacityRemaining !== null && product.capacityRemaining < line.quantity) return problem("sold_out");
  const { platformContext } = line.item;
  const measurable =
    platformContext !== null &&
    platformContext.accountId !== null &&
    deps.socialAccounts.isMeasurable(platformContext.platform);
  return product.measurement === "required" && !measurable ? problem("measurement_required") : [];
}
