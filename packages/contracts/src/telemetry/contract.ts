import * as z from "zod/mini";
import { endpoint } from "../endpoint.ts";
import { Instant, Platform, text } from "../schemas.ts";

const Scalar = z.union([z.string().check(z.maxLength(500)), z.number(), z.boolean(), z.null()]);

/** An event from a browser. Names are the closed list `browserEvents`; any other is refused, item by item. */
export const BrowserEventInput = z.strictObject({
  id: z.uuid(),
  name: text(80),
  recordedAt: Instant,
  platformSlug: z.optional(z.nullable(Platform)),
  metadata: z.record(z.string().check(z.maxLength(60)), Scalar),
});

export const telemetry = {
  ingest: endpoint({
    method: "POST",
    path: "/telemetry",
    summary: "Browser events, at most 50 at a time; each is answered on its own",
    access: ["anonymous", "guest", "customer", "operator", "admin", "service"],
    body: z.strictObject({ events: z.array(BrowserEventInput).check(z.minLength(1), z.maxLength(50)) }),
    response: z.strictObject({
      results: z.array(z.strictObject({ id: z.uuid(), status: z.enum(["stored", "duplicate", "refused"]) })),
    }),
    success: 202,
    limitPerMinute: 120,
  }),
};
