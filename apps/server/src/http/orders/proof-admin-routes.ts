import type { adminProofs } from "@smplat/contracts";
import type { Locale } from "@smplat/contracts/vocabulary";
import type { Core } from "@smplat/core";
import type { Actor } from "@smplat/core/kernel/actor";
import type { Handlers } from "../handler.ts";
import { presentErasure, presentExport, presentInspection } from "./proof-admin-presenter.ts";

export const adminProofRoutes = (core: Core): Handlers<typeof adminProofs> => {
  const inspect = async (actor: Actor, orderId: string, locale: Locale = "en") => {
    const lines = await core.deliveryProof.inspect(core.database, actor, orderId, locale);
    const erasure = await core.receipts.erasure(core.database, actor, orderId);
    return presentInspection(orderId, core.clock.now(), lines, erasure);
  };
  return {
    inspect: ({ actor, params, query }) => inspect(actor, params.orderId, query.locale),
    requestReading: async ({ actor, params, query, body }) => {
      const request = { orderId: params.orderId, ...body };
      await core.database.transaction((tx) => core.deliveryProof.requestReading(tx, actor, request));
      return inspect(actor, params.orderId, query.locale);
    },
    eraseValues: async ({ actor, params, body }) => {
      const input = { orderId: params.orderId, reason: body.reason };
      return presentErasure(await core.database.transaction((tx) => core.receipts.eraseValues(tx, actor, input)));
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
