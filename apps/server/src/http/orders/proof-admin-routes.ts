import type { adminProofs } from "@smplat/contracts";
import type { Core } from "@smplat/core";
import type { Actor } from "@smplat/core/kernel/actor";
import type { Handlers } from "../handler.ts";
import { presentExport, presentInspection } from "./proof-admin-presenter.ts";

export const adminProofRoutes = (core: Core): Handlers<typeof adminProofs> => {
  const inspect = async (actor: Actor, orderId: string) =>
    presentInspection(orderId, core.clock.now(), await core.deliveryProof.inspect(core.database, actor, orderId));
  return {
    inspect: ({ actor, params }) => inspect(actor, params.orderId),
    requestReading: async ({ actor, params, body }) => {
      const request = { orderId: params.orderId, ...body };
      await core.database.transaction((tx) => core.deliveryProof.requestReading(tx, actor, request));
      return inspect(actor, params.orderId);
    },
    exportMetrics: async () => {
      const metrics = await core.deliveryProof.allMetrics(core.database);
      const ids = metrics.map(({ productId }) => productId);
      const slugs = new Map((await core.catalog.findByIds(core.database, ids)).map(({ id, slug }) => [id, slug]));
      const products = metrics.map((entry) => ({ slug: slugs.get(entry.productId) ?? null, metrics: entry }));
      const file = JSON.stringify(presentExport(core.clock.now(), products), null, 2);
      return {
        contentType: "application/json",
        fileName: "delivery-proof-metrics.json",
        bytes: new TextEncoder().encode(file),
        inline: false,
      };
    },
  };
};
