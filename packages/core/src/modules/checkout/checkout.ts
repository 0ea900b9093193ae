import type { Database, Scope } from "#infrastructure/database";
import { type Subscription, subscribe } from "#infrastructure/events";
import { type Actor, system } from "#kernel/actor";
import type { Clock } from "#kernel/clock";
import type { CartQuote, Carts } from "#modules/carts";
import type { Catalog } from "#modules/catalog";
import type { ChannelOwnership } from "#modules/channel-ownership";
import { type Orders, orderCanceled } from "#modules/orders";
import { type Payments, paymentFailed } from "#modules/payments";
import type { Pricing, TaxAssessment } from "#modules/pricing";
import type { Risk } from "#modules/risk";
import { type CheckoutInput, type CheckoutOutcome, completeCheckout } from "./complete-checkout.ts";
import { type BillingPlace, quoteCart } from "./quote-cart.ts";

export interface CheckoutDeps {
  readonly clock: Clock;
  readonly database: Database;
  readonly catalog: Catalog;
  readonly pricing: Pricing;
  /** Tax's own, handed in by the composition root: tax is pricing's neighbor, not checkout's. */
  readonly assessTax: (sale: { sellerCountry: string; billingCountry: string; taxId: string | null }) => TaxAssessment;
  readonly carts: Carts;
  readonly channelOwnership: Pick<ChannelOwnership, "findProven">;
  readonly orders: Orders;
  readonly payments: Payments;
  readonly risk: Risk;
  readonly quoteSigningKey: string;
  readonly sellerCountry: string;
}

/** From a cart to a paid order. */
export interface Checkout {
  /** The binding total for a billing country; see {@link quoteCart} for its errors. */
  quote(scope: Scope, actor: Actor, cartId: string, place: BillingPlace): Promise<CartQuote>;
  /** Places and pays; opens its own transactions. See {@link completeCheckout} for its errors. */
  complete(actor: Actor, input: CheckoutInput): Promise<CheckoutOutcome>;
  readonly subscriptions: readonly Subscription[];
}

export function createCheckout(deps: CheckoutDeps): Checkout {
  return {
    quote: (scope, actor, cartId, place) => quoteCart(deps, scope, actor, cartId, place),
    complete: (actor, input) => completeCheckout(deps, actor, input),
    subscriptions: [
      subscribe(orderCanceled, "checkout.reopen-cart", async (tx, { payload }) => {
        const replaced = await deps.orders.findLiveOfCart(tx, payload.cartId);
        if (!payload.wasPaid && replaced === null) await deps.carts.reopen(tx, payload.cartId);
      }),
      // A card that fails away from the checkout, as after 3-D Secure: the buyer comes back for another one.
      subscribe(paymentFailed, "checkout.reopen-cart-to-pay", async (tx, { payload }) => {
        const order = await deps.orders.findForUpdate(tx, payload.orderId);
        if (order?.state !== "awaiting_payment") return;
        const [latest] = await deps.payments.list(tx, order.id);
        if (latest?.state === "failed") await deps.carts.reopen(tx, order.cartId);
      }),
      subscribe(orderCanceled, "checkout.release-capacity", async (tx, { payload }) => {
        const order = await deps.orders.get(tx, system("checkout.release-capacity"), payload.orderId);
        await deps.catalog.release(
          tx,
          order.lines.map(({ productId, quantity }) => ({ productId, units: quantity })),
        );
      }),
    ],
  };
}
