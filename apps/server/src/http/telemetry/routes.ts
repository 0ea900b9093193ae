import type { telemetry } from "@smplat/contracts";
import type { Core } from "@smplat/core";
import type { Handlers } from "../handler.ts";

export const telemetryRoutes = (core: Core): Handlers<typeof telemetry> => ({
  ingest: async ({ actor, body }) => {
    const events = body.events.map((event) => ({
      id: event.id,
      name: event.name,
      recordedAt: new Date(event.recordedAt),
      platformSlug: event.platformSlug ?? null,
      metadata: event.metadata,
    }));
    return { results: await core.telemetry.ingest(core.database, actor, events) };
  },
});
