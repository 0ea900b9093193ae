import type { adminRisk } from "@smplat/contracts";
import type { Core } from "@smplat/core";
import { days } from "@smplat/core/kernel/clock";
import type { Handlers } from "../handler.ts";
import { presentAssessment, presentEntry } from "./presenter.ts";

export const adminRiskRoutes = (core: Core): Handlers<typeof adminRisk> => ({
  list: async ({ actor, query }) => {
    const page = await core.risk.list(core.database, actor, {
      ...query,
      show: query.show ?? (query.reference === undefined ? "open" : "all"),
    });
    return { items: page.items.map(presentAssessment), nextCursor: page.nextCursor };
  },
  decide: async ({ actor, params, body }) => {
    const { review, version } = await core.risk.review(actor, { ...params, ...body });
    return { review, version };
  },
  entries: async ({ actor, query }) => {
    const page = await core.risk.listEntries(core.database, actor, query);
    return { items: page.items.map(presentEntry), nextCursor: page.nextCursor };
  },
  addEntry: async ({ actor, body }) => {
    const entry = await core.risk.addListEntry(core.database, actor, {
      list: body.list,
      kind: body.kind,
      value: body.value ?? null,
      assessmentId: body.assessmentId ?? null,
      note: body.note,
      livesMs: body.days === undefined ? null : days(body.days),
    });
    return presentEntry(entry);
  },
  removeEntry: async ({ actor, params, body }) => {
    await core.risk.removeListEntry(core.database, actor, { ...params, ...body });
    return undefined;
  },
  enforcement: ({ actor }) => core.risk.enforcement(core.database, actor),
  setEnforcement: ({ actor, body }) => core.risk.setEnforcement(core.database, actor, body),
});
