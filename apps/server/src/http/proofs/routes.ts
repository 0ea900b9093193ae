import type { proofs } from "@smplat/contracts";
import type { Core } from "@smplat/core";
import type { Handlers } from "../handler.ts";
import { presentKeys, presentPlace, presentReceipts, presentRoot } from "./presenter.ts";

export const proofRoutes = (core: Core): Handlers<typeof proofs> => ({
  ofOrder: async ({ actor, params }) => presentReceipts(await core.receipts.list(core.database, actor, params.orderId)),
  file: async ({ actor, params }) => {
    const file = await core.receipts.exportFile(core.database, actor, params.orderId);
    return { ...file, contentType: "application/json", inline: false };
  },
  keys: async () => presentKeys(await core.receipts.keys(core.database)),
  roots: async ({ query }) => {
    const page = await core.receipts.roots(core.database, query);
    return { items: page.items.map(presentRoot), nextCursor: page.nextCursor };
  },
  root: async ({ params }) => presentRoot(await core.receipts.root(core.database, params.date)),
  place: async ({ params }) => presentPlace(await core.receipts.place(core.database, params.digest)),
});
