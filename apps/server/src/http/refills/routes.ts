import type { adminRefills, refills } from "@smplat/contracts";
import type { Core } from "@smplat/core";
import type { Actor } from "@smplat/core/kernel/actor";
import type { Handlers } from "../handler.ts";
import { presentLineRefills, presentOperatorRefill, presentRefill } from "./presenter.ts";

const pageSize = 50;

const ask = (
  core: Core,
  actor: Actor,
  params: { readonly orderId: string; readonly lineId: string },
  note: string | undefined,
) => core.database.transaction((tx) => core.refills.request(tx, actor, { ...params, note: note ?? null }));

export const refillRoutes = (core: Core): Handlers<typeof refills> => ({
  list: async ({ actor, params }) => {
    const lines = await core.refills.listStanding(core.database, actor, params.orderId);
    return { lines: lines.map(presentLineRefills) };
  },
  request: async ({ actor, params, body }) => presentRefill(await ask(core, actor, params, body.note)),
});

export const adminRefillRoutes = (core: Core): Handlers<typeof adminRefills> => ({
  list: async ({ actor, query }) => {
    const { limit, ...filter } = query;
    const page = await core.refills.list(core.database, actor, { ...filter, limit: limit ?? pageSize });
    return { items: page.items.map(presentOperatorRefill), nextCursor: page.nextCursor };
  },
  request: async ({ actor, params, body }) => presentOperatorRefill(await ask(core, actor, params, body.note)),
  approve: async ({ actor, params }) =>
    presentOperatorRefill(await core.database.transaction((tx) => core.refills.approve(tx, actor, params.refillId))),
  decline: async ({ actor, params, body }) =>
    presentOperatorRefill(
      await core.database.transaction((tx) => core.refills.decline(tx, actor, params.refillId, body.reason)),
    ),
});
