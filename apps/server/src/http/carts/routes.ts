import type { carts } from "@smplat/contracts";
import type { Core } from "@smplat/core";
import type { Actor } from "@smplat/core/kernel/actor";
import type { Handlers } from "../handler.ts";
import { type CartView, presentCart, presentCartQuote } from "./presenter.ts";

export const cartRoutes = (core: Core): Handlers<typeof carts> => {
  const show = async (actor: Actor, cartId: string, view: CartView) => {
    const cart = await core.carts.get(core.database, actor, cartId);
    return presentCart(core, await core.carts.freshen(core.database, cart), view);
  };
  return {
    create: async ({ body, query, visitor }) => {
      const cart = await core.carts.open(core.database, await visitor.buyer(), body.currency);
      return presentCart(core, await core.carts.freshen(core.database, cart), query);
    },
    current: async ({ actor, query }) => {
      const cart = await core.carts.current(core.database, actor);
      return presentCart(core, await core.carts.freshen(core.database, cart), query);
    },
    get: ({ actor, params, query }) => show(actor, params.cartId, query),
    addLine: async ({ actor, params, query, body }) => {
      const cart = await core.carts.addLine(core.database, actor, params.cartId, body.quoteId);
      return presentCart(core, { cart, problems: [] }, query);
    },
    changeLine: async ({ actor, params, query, body }) => {
      await core.carts.changeLine(core.database, actor, params.cartId, params.lineId, body.quantity);
      return show(actor, params.cartId, query);
    },
    removeLine: async ({ actor, params, query }) => {
      await core.carts.removeLine(core.database, actor, params.cartId, params.lineId);
      return show(actor, params.cartId, query);
    },
    quote: async ({ actor, params, body }) => {
      const place = { billingCountry: body.billingCountry, taxId: body.taxId ?? null };
      return presentCartQuote(core, await core.checkout.quote(core.database, actor, params.cartId, place));
    },
  };
};
