import type { adminLiveness, liveness } from "@smplat/contracts";
import type { Core } from "@smplat/core";
import type { Handlers } from "../handler.ts";
import { presentInspectedPlacement, presentPlacement } from "./presenter.ts";

export const livenessRoutes = (core: Core): Handlers<typeof liveness> => ({
  list: async ({ actor, params: { orderId } }) => {
    const placements = await core.liveness.listForOrder(core.database, actor, orderId);
    return { orderId, items: placements.map(presentPlacement) };
  },
});

export const adminLivenessRoutes = (core: Core): Handlers<typeof adminLiveness> => ({
  inspect: async ({ actor, params: { orderId } }) => {
    const placements = await core.liveness.listForOrder(core.database, actor, orderId);
    return { orderId, items: placements.map(presentInspectedPlacement) };
  },
});
