import type { adminOrders } from "@smplat/contracts";
import type { Core } from "@smplat/core";
import type { Actor } from "@smplat/core/kernel/actor";
import type { Handlers } from "../handler.ts";
import { loadOrder } from "../orders/load-order.ts";
import { presentTimeline } from "../orders/timeline.ts";
import { presentOperatorOrder, presentOperatorSummary } from "./order-presenter.ts";

export const adminOrderRoutes = (core: Core): Handlers<typeof adminOrders> => {
  const show = async (actor: Actor, orderId: string) => {
    const loaded = await loadOrder(core, actor, orderId);
    const { ownerId, lines } = loaded.order;
    const accountIds = [...new Set(lines.flatMap((line) => line.socialAccountId ?? []))];
    const [attempts, payments, audit, claims] = await Promise.all([
      core.fulfillment.listAttempts(core.database, actor, orderId),
      core.payments.list(core.database, orderId),
      core.orders.audit(core.database, actor, orderId),
      core.channelOwnership.findClaims(core.database, ownerId, accountIds),
    ]);
    return presentOperatorOrder({ loaded, attempts, payments, audit, claims });
  };
  return {
    list: async ({ actor, query }) => {
      const { q, ...filter } = query;
      const page = await core.orders.list(core.database, actor, { ...filter, text: q });
      return {
        items: page.items.map((order) => presentOperatorSummary(order, core.clock.now())),
        nextCursor: page.nextCursor,
      };
    },
    get: ({ actor, params }) => show(actor, params.orderId),
    timeline: async ({ actor, params, query }) => {
      const order = await core.orders.get(core.database, actor, params.orderId);
      return presentTimeline(await core.events.listAbout(core.database, order.id), "operator", query.locale ?? "en");
    },
    transition: async ({ actor, params, body }) => {
      const { command, reason, version: expectedVersion } = body;
      if (command === "cancel") await core.payments.cancelOrder(actor, params.orderId, reason, expectedVersion);
      else {
        const request = { command, reason, expectedVersion };
        await core.database.transaction((tx) => core.orders.transition(tx, actor, params.orderId, request));
      }
      return show(actor, params.orderId);
    },
  };
};
