import * as z from "zod/mini";
import { endpoint } from "../endpoint.ts";
import { Instant, id, Locale, Platform, page, pageQuery, text } from "../schemas.ts";
import { platforms } from "../vocabulary/platforms.ts";
import { sourceFailures } from "../vocabulary/states.ts";
import { Precision, ReadingFailure } from "./contract.ts";

const staff = ["operator", "admin"] as const;
const count = z.int().check(z.nonnegative(), z.maximum(10_000_000_000));

export const readingMethods = ["official_api", "owner_oauth", "manual", "scraper"] as const;

/** How a source of numbers does, as the answering process has seen it since it started. Times are wall time. */
export const MetricSourceHealth = z.strictObject({
  id: z.string(),
  platform: Platform,
  method: z.enum(readingMethods),
  /** Allowances in use: one, or one an endpoint, owner or server; the numbers are the worst of them. */
  lanes: z.int(),
  budgetLeft: z.int(),
  budgetCapacity: z.int(),
  waitMs: z.int(),
  /** `open`: left alone for some seconds, because it was down for several channels in a row. */
  breaker: z.enum(["closed", "open", "half_open"]),
  lastSuccessAt: z.nullable(Instant),
  failures: z.array(z.strictObject({ kind: z.enum(sourceFailures), count: z.int(), lastAt: Instant })),
  /** What the platform charges for today's readings; null where they are free. */
  spentTodayUsd: z.nullable(z.number()),
});
export type MetricSourceHealth = z.infer<typeof MetricSourceHealth>;

export const attestationStates = ["proposed", "live", "declined", "revoked", "expired"] as const;

/** Counts that one person of the staff saw and another one confirmed. Times are business time. */
export const Attestation = z.strictObject({
  id: id("att"),
  platform: Platform,
  handle: z.string(),
  state: z.enum(attestationStates),
  followers: z.int(),
  posts: z.nullable(z.int()),
  observedAt: Instant,
  evidenceUrl: z.nullable(z.string()),
  evidenceText: z.string(),
  reason: z.string(),
  enteredBy: z.string(),
  enteredAt: Instant,
  expiresAt: Instant,
  decidedBy: z.nullable(z.string()),
  decidedAt: z.nullable(Instant),
  endedBy: z.nullable(z.string()),
  endedAt: z.nullable(Instant),
  endReason: z.nullable(z.string()),
  /** Names of who entered, decided and ended it, by id. */
  names: z.record(z.string(), z.string()),
});
export type Attestation = z.infer<typeof Attestation>;

/** One look at a channel, in full. `result` says how it went; only then the matching part is there. */
export const ChannelDiagnosis = z.strictObject({
  platform: Platform,
  handle: z.string(),
  profileUrl: z.string(),
  result: z.enum(["measured", "failed", "no_source"]),
  /** Milliseconds of the whole answer; next to none when it came from memory. */
  latencyMs: z.int(),
  source: z.nullable(z.string()),
  reading: z.nullable(
    z.strictObject({
      takenAt: Instant,
      method: z.enum(readingMethods),
      platformUserId: z.string(),
      displayName: z.nullable(z.string()),
      followers: z.nullable(z.int()),
      posts: z.nullable(z.int()),
      views: z.nullable(z.int()),
      precision: Precision,
      rawHash: z.string(),
    }),
  ),
  /** With the words a customer sees. */
  failure: z.nullable(ReadingFailure),
  /** Whether jobs ask again by themselves; a refusal is kept for `rememberedMs` and not asked again before. */
  retry: z.nullable(z.strictObject({ byItself: z.boolean(), rememberedMs: z.int() })),
  sources: z.array(MetricSourceHealth),
  attestation: z.nullable(Attestation),
});
export type ChannelDiagnosis = z.infer<typeof ChannelDiagnosis>;

const one = z.strictObject({ attestationId: id("att") });

/** Where numbers come from, seen from behind. */
export const adminMetrics = {
  sources: endpoint({
    method: "GET",
    path: "/admin/metric-sources",
    summary: "Every source of numbers: allowance, breaker, last success, failures by kind",
    access: staff,
    audience: "operator",
    response: z.strictObject({ sources: z.array(MetricSourceHealth), withoutSource: z.array(z.enum(platforms)) }),
  }),
  diagnose: endpoint({
    method: "POST",
    path: "/admin/accounts/validate",
    summary: "Look at any channel as a shopper's validation would, in full, storing nothing",
    access: staff,
    audience: "operator",
    body: z.strictObject({ platform: Platform, handle: text(300), locale: z.optional(Locale) }),
    response: ChannelDiagnosis,
    errors: ["channel.handle-invalid"],
    limitPerMinute: 60,
  }),
  attestations: endpoint({
    method: "GET",
    path: "/admin/attestations",
    summary: "Counts entered by hand, newest first",
    access: staff,
    audience: "operator",
    query: z.strictObject({ ...pageQuery, state: z.optional(z.enum(attestationStates)) }),
    response: page(Attestation),
    errors: ["page.cursor-invalid"],
  }),
  attest: endpoint({
    method: "POST",
    path: "/admin/attestations",
    summary: "Enter counts for a channel that no source can read; a colleague has to confirm them",
    access: staff,
    audience: "operator",
    body: z.strictObject({
      platform: Platform,
      handle: text(300),
      followers: count,
      posts: z.optional(count),
      observedAt: z.optional(Instant),
      evidenceUrl: z.optional(z.url({ protocol: /^https?$/ }).check(z.maxLength(2_000))),
      evidenceText: text(2_000, 10),
      reason: text(500, 3),
      expiresAt: Instant,
    }),
    response: Attestation,
    success: 201,
    idempotency: "required",
    errors: ["channel.handle-invalid", "attestation.invalid"],
  }),
  decideAttestation: endpoint({
    method: "POST",
    path: "/admin/attestations/{attestationId}/decision",
    summary: "Confirm or decline what a colleague entered",
    access: staff,
    audience: "operator",
    params: one,
    body: z.strictObject({ decision: z.enum(["confirm", "decline"]) }),
    response: Attestation,
    errors: ["attestation.not-found", "attestation.own-review", "attestation.decided", "attestation.invalid"],
  }),
  revokeAttestation: endpoint({
    method: "POST",
    path: "/admin/attestations/{attestationId}/revocation",
    summary: "End confirmed counts before their time, with a reason",
    access: staff,
    audience: "operator",
    params: one,
    body: z.strictObject({ reason: text(500, 3) }),
    response: Attestation,
    errors: ["attestation.not-found", "attestation.decided"],
  }),
};
