import type { adminProducts } from "@smplat/contracts";
import type { Core } from "@smplat/core";
import type { Handlers } from "../handler.ts";
import { presentDecision, presentForStaff } from "./presenter.ts";

export const adminProductRoutes = (core: Core): Handlers<typeof adminProducts> => ({
  list: async ({ actor, query }) => {
    const { q, ...rest } = query;
    const page = await core.catalog.listForStaff(core.database, actor, { ...rest, text: q });
    return { items: page.items.map(presentForStaff), nextCursor: page.nextCursor };
  },
  checkPolicy: async ({ actor, params }) =>
    presentDecision(await core.catalog.checkPolicy(core.database, actor, params.productId)),
  publish: async ({ actor, params, body }) =>
    presentForStaff(
      await core.database.transaction((tx) => core.catalog.publish(tx, actor, params.productId, body.version)),
    ),
  unpublish: async ({ actor, params, body }) =>
    presentForStaff(
      await core.database.transaction((tx) =>
        core.catalog.unpublish(tx, actor, params.productId, body.version, body.reason),
      ),
    ),
});
