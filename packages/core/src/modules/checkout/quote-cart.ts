import type { Scope } from "#infrastructure/database";
import type { Actor } from "#kernel/actor";
import { after, minutes } from "#kernel/clock";
import { newId } from "#kernel/id";
import { type CartLine, type CartQuote, type CartQuoteLine, type FreshCart, isBlocking } from "#modules/carts";
import { type CatalogProduct, serviceKeyFor } from "#modules/catalog";
import type { CheckoutDeps } from "./checkout.ts";
import { cartEmpty, lineProblems, ownershipRequired } from "./checkout-errors.ts";
import { signQuote } from "./quote-signature.ts";

export interface BillingPlace {
  readonly billingCountry: string;
  readonly taxId: string | null;
}

const quoteLivesMs = minutes(30);

/**
 * The binding total of a cart for a billing country. Throws `cart.not-found`, `cart.empty`, and `cart.line-problem` for
 * lines that can't be bought.
 */
export async function quoteCart(
  deps: CheckoutDeps,
  scope: Scope,
  actor: Actor,
  cartId: string,
  place: BillingPlace,
): Promise<CartQuote> {
  const cart = await deps.carts.get(scope, actor, cartId);
  if (cart.lines.length === 0) throw cartEmpty();
  const fresh = await deps.carts.freshen(scope, cart);
  refuseProblems(fresh);
  const quote = buildQuote(deps, fresh, place);
  await deps.carts.saveQuote(scope, quote);
  return quote;
}

/** What only a proof of ownership stands in the way of is told apart: it has a way forward of its own. */
function refuseProblems({ cart, problems }: FreshCart): void {
  const blocking = problems.filter(isBlocking);
  if (blocking.length === 0) return;
  const contexts = new Map(cart.lines.map((line) => [line.id, line.item.platformContext]));
  const unproven = blocking.filter((problem) => problem.code === "ownership_required");
  if (unproven.length < blocking.length) throw lineProblems(blocking);
  throw ownershipRequired(unproven.map(({ lineId }) => ({ lineId, platformContext: contexts.get(lineId) ?? null })));
}

function buildQuote(
  deps: CheckoutDeps,
  { cart, products }: FreshCart,
  { billingCountry, taxId }: BillingPlace,
): CartQuote {
  const assessment = deps.assessTax({ sellerCountry: deps.sellerCountry, billingCountry, taxId });
  const priced = cart.lines.map((line) => ({ id: line.id, netMinor: line.item.netMinor }));
  const total = deps.pricing.totalCart(priced, [], assessment);
  const taxed = new Map(total.lines.map((line) => [line.id, line]));
  const wall = deps.clock.wall();
  const unsigned: Omit<CartQuote, "signature"> = {
    id: newId("cqt"),
    cartId: cart.id,
    ownerId: cart.ownerId,
    cartVersion: cart.version,
    currency: cart.currency,
    billingCountry,
    taxId,
    lines: cart.lines.map((line) => quoteLine(line, products.get(line.productId), taxed.get(line.id))),
    adjustments: [],
    taxes: total.taxes.map(({ rateBp, baseMinor, taxMinor }) => ({ rateBp, baseMinor, taxMinor })),
    taxNote: assessment.note,
    netMinor: total.netMinor,
    taxMinor: total.taxMinor,
    totalMinor: total.totalMinor,
    createdAt: wall,
    expiresAt: after(wall, quoteLivesMs),
  };
  return { ...unsigned, signature: signQuote(deps.quoteSigningKey, unsigned) };
}

interface TaxedLine {
  readonly netMinor: number;
  readonly taxMinor: number;
  readonly taxRateBp: number;
}

function quoteLine(line: CartLine, product: CatalogProduct | undefined, taxed: TaxedLine | undefined): CartQuoteLine {
  if (product === undefined || taxed === undefined)
    throw lineProblems([{ lineId: line.id, code: "not_on_sale", previousNetMinor: null }]);
  const { selection, summary, platformContext, parts } = line.item;
  return {
    lineId: line.id,
    quoteId: line.quoteId,
    productId: line.productId,
    product: {
      slug: product.slug,
      title: product.title,
      unit: product.unit,
      artSeed: product.artSeed,
      deliverableKind: product.deliverableKind,
      serviceKey: serviceKeyFor(product, selection),
      evidence: { guaranteeDays: product.evidence.guaranteeDays, thresholdPercent: product.evidence.thresholdPercent },
      sla: product.sla,
      measurement: product.measurement,
      ...(product.ownershipPolicy === "required" ? { ownershipPolicy: "required" as const } : {}),
      policy: product.policy,
    },
    quantity: line.quantity,
    selection,
    summary,
    platformContext,
    parts,
    netMinor: taxed.netMinor,
    taxMinor: taxed.taxMinor,
    taxRateBp: taxed.taxRateBp,
  };
}
