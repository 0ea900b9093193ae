import * as z from "zod/mini";
import { endpoint } from "../endpoint.ts";
import { Instant } from "../schemas.ts";
import { readinessReasons } from "../vocabulary/readiness.ts";

export const Liveness = z.strictObject({
  status: z.literal("live"),
  version: z.string(),
  /** How business time runs: business = business + (now − wall) × rate. The rate is 1 outside demos and tests. */
  clock: z.strictObject({ wall: Instant, business: Instant, rate: z.number() }),
});
export type Liveness = z.infer<typeof Liveness>;

/** Database, queue and storage are components; every kind of background job has an entry of its own. */
export const ReadinessCheck = z.strictObject({
  name: z.string(),
  kind: z.enum(["component", "job"]),
  /** `degraded` still serves. */
  status: z.enum(["ok", "degraded", "failed"]),
  reason: z.enum(readinessReasons),
  /** The same in English, with figures, for logs and alerts. */
  detail: z.string(),
  /** Since it last worked; null when it never did. */
  ageSeconds: z.nullable(z.number()),
  lastSuccessAt: z.nullable(Instant),
  /** Whether it should have worked since. */
  overdue: z.boolean(),
});
export type ReadinessCheck = z.infer<typeof ReadinessCheck>;
export const Readiness = z.strictObject({ status: z.enum(["ready", "not_ready"]), checks: z.array(ReadinessCheck) });
export type Readiness = z.infer<typeof Readiness>;

export const health = {
  livez: endpoint({
    method: "GET",
    path: "/health/livez",
    summary: "Whether the process runs",
    access: "everyone",
    session: "ignored",
    response: Liveness,
    limitPerMinute: 600,
  }),
  readyz: endpoint({
    method: "GET",
    path: "/health/readyz",
    summary: "Whether the process can serve: database, queue, storage and the age of each job",
    access: "everyone",
    session: "ignored",
    response: Readiness,
    errors: ["request.unavailable"],
    limitPerMinute: 600,
  }),
};
