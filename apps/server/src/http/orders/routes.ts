import type { orders } from "@smplat/contracts";
import type { Core } from "@smplat/core";
import type { Handlers } from "../handler.ts";
import { accessRoutes } from "./access-routes.ts";
import { loadOrder } from "./load-order.ts";
import { presentOrder, presentOrderSummary } from "./presenter.ts";
import { proofRoutes } from "./proof-routes.ts";
import { presentTimeline } from "./timeline.ts";

export const orderRoutes = (core: Core): Handlers<typeof orders> => ({
  ...accessRoutes(core),
  ...proofRoutes(core),
  list: async ({ actor, query }) => {
    const page = await core.orders.list(core.database, actor, query);
    return { items: page.items.map(presentOrderSummary), nextCursor: page.nextCursor };
  },
  get: async ({ actor, params }) => presentOrder(await loadOrder(core, actor, params.orderId)),
  timeline: async ({ actor, params }) => {
    const order = await core.orders.get(core.database, actor, params.orderId);
    return presentTimeline(await core.events.listAbout(core.database, order.id), "customer", order.locale);
  },
  cancel: async ({ actor, params, body }) => {
    await core.payments.cancelOrder(actor, params.orderId, body.reason ?? null);
    return presentOrder(await loadOrder(core, actor, params.orderId));
  },
  paper: async ({ actor, params, query }) => {
    const paper = await core.billing.readPaper(core.database, actor, { ...params, number: query.number ?? null });
    return { ...paper, inline: params.format === "html" };
  },
});
