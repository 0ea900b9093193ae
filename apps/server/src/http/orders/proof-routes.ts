import type { orders } from "@smplat/contracts";
import type { Core } from "@smplat/core";
import { DomainError } from "@smplat/core/kernel/domain-error";
import type { Handlers } from "../handler.ts";
import { presentMetrics, presentProof } from "./proof-presenter.ts";

export const proofRoutes = (
  core: Core,
): Pick<Handlers<typeof orders>, "deliveryProof" | "proofMetrics" | "proofMetricsOfMany"> => ({
  deliveryProof: async ({ actor, params }) => {
    const order = await core.orders.get(core.database, actor, params.orderId);
    return presentProof(await core.deliveryProof.getForOrder(core.database, actor, order.id, order.locale));
  },
  proofMetrics: async ({ query }) => {
    const product = await core.catalog.findById(core.database, query.productId);
    if (product === null || product.state === "draft") {
      throw new DomainError("product.not-found", { productId: query.productId });
    }
    return presentMetrics(await core.deliveryProof.metricsFor(core.database, product.id));
  },
  proofMetricsOfMany: async ({ query }) => {
    const productIds = [...new Set(query.productIds.split(","))];
    const metrics = await core.deliveryProof.metricsForMany(core.database, productIds);
    return { items: [...metrics.values()].map(presentMetrics) };
  },
});
