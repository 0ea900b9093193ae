import type { Currency } from "@smplat/contracts/vocabulary";
import type { Scope, Tx } from "#infrastructure/database";
import { type Subscription, subscribe } from "#infrastructure/events";
import type { Actor } from "#kernel/actor";
import type { Clock } from "#kernel/clock";
import type { Catalog } from "#modules/catalog";
import type { ChannelOwnership } from "#modules/channel-ownership";
import { customerSignedIn } from "#modules/customers";
import type { Pricing } from "#modules/pricing";
import type { SocialAccounts } from "#modules/social-accounts";
import { addLine } from "./add-line.ts";
import type { Cart } from "./cart.ts";
import type { CartQuote } from "./cart-quote.ts";
import { claimWithQuote, insertCartQuote, lockWithQuote, reopen } from "./cart-repository.ts";
import { changeLine, removeLine } from "./change-line.ts";
import { type FreshCart, freshenCart } from "./freshen-cart.ts";
import { mergeCarts } from "./merge-carts.ts";
import { getCart, getCurrentCart, openCart } from "./open-cart.ts";

export interface CartDeps {
  readonly clock: Clock;
  readonly catalog: Catalog;
  readonly pricing: Pricing;
  readonly socialAccounts: Pick<SocialAccounts, "isMeasurable">;
  readonly channelOwnership: Pick<ChannelOwnership, "findProven">;
}

/** Carts of visitors. Somebody else's cart is `cart.not-found`. */
export interface Carts {
  /** The visitor's open cart in a currency, made if there is none. */
  open(scope: Scope, actor: Actor, currency: Currency): Promise<Cart>;
  current(scope: Scope, actor: Actor): Promise<Cart>;
  get(scope: Scope, actor: Actor, cartId: string): Promise<Cart>;
  /** Adds a quoted line; see {@link addLine} for its errors. */
  addLine(scope: Scope, actor: Actor, cartId: string, quoteId: string): Promise<Cart>;
  changeLine(scope: Scope, actor: Actor, cartId: string, lineId: string, quantity: number): Promise<void>;
  removeLine(scope: Scope, actor: Actor, cartId: string, lineId: string): Promise<void>;
  /** The cart with every price in force, and what stands between it and being bought. */
  freshen(scope: Scope, cart: Cart): Promise<FreshCart>;
  /**
   * Moves a guest's carts to who they signed in as, so that the next page shows them. The job of `customers.signed-in`
   * does the same later, for when this fails.
   */
  mergeGuest(tx: Tx, guestOwnerId: string, customerId: string): Promise<void>;
  /** Keeps a binding total. */
  saveQuote(scope: Scope, quote: CartQuote): Promise<void>;
  /** The cart's row, locked, with one of its quotes; null when there is no such cart. For checkout, no policy. */
  lockWithQuote(tx: Tx, cartId: string, cartQuoteId: string): ReturnType<typeof lockWithQuote>;
  /** Takes an open cart for an order: it accepts no more changes. For checkout; null when it can't be taken. */
  claimWithQuote(
    tx: Tx,
    claim: { cartId: string; ownerId: string; cartQuoteId: string },
  ): ReturnType<typeof claimWithQuote>;
  /** The order was not paid: the cart is its owner's again, unless they opened another. */
  reopen(tx: Tx, cartId: string): Promise<void>;
  readonly subscriptions: readonly Subscription[];
}

export function createCarts(deps: CartDeps): Carts {
  return {
    open: (scope, actor, currency) => openCart(deps, scope, actor, currency),
    current: getCurrentCart,
    get: getCart,
    addLine: (scope, actor, cartId, quoteId) => addLine(deps, scope, actor, cartId, quoteId),
    changeLine: (scope, actor, cartId, lineId, quantity) => changeLine(deps, scope, actor, cartId, lineId, quantity),
    removeLine: (scope, actor, cartId, lineId) => removeLine(deps, scope, actor, cartId, lineId),
    freshen: (scope, cart) => freshenCart(deps, scope, cart),
    mergeGuest: (tx, guestOwnerId, customerId) => mergeCarts(deps, tx, guestOwnerId, customerId),
    saveQuote: insertCartQuote,
    lockWithQuote,
    claimWithQuote: (tx, claim) => claimWithQuote(tx, { ...claim, now: deps.clock.now() }),
    reopen: (tx, cartId) => reopen(tx, cartId, deps.clock.now()),
    subscriptions: [
      subscribe(customerSignedIn, "carts.merge-carts", async (tx, { payload }) => {
        if (payload.guestOwnerId !== null) await mergeCarts(deps, tx, payload.guestOwnerId, payload.customerId);
      }),
    ],
  };
}
