import * as z from "zod/mini";
import { endpoint } from "../endpoint.ts";
import { Snapshot } from "../metrics/contract.ts";
import { Instant, Locale, Platform, text } from "../schemas.ts";
import { proofLabels } from "../vocabulary/states.ts";
import { OrderId, OrderLineId } from "./schemas.ts";

const phases = ["baseline", "during", "after", "asked"] as const;

/** A reading as it was planned and as it went; without a snapshot the reason says why. */
export const InspectedReading = z.strictObject({
  phase: z.enum(phases),
  dueAt: Instant,
  snapshot: z.nullable(z.strictObject({ ...Snapshot.shape, rawHash: z.string() })),
  missing: z.nullable(z.strictObject({ code: z.string(), reason: z.string() })),
  /** Milliseconds the platform took to answer; null where nothing was asked. */
  latencyMs: z.nullable(z.int()),
  tries: z.int(),
  askedBy: z.nullable(z.string()),
  askedWhy: z.nullable(z.string()),
});
export type InspectedReading = z.infer<typeof InspectedReading>;

/** The numbers of the interval; per day. low and high follow from them: lift ∓ (quantile × forecastSd + errors). */
export const DriftModel = z.strictObject({
  increments: z.int(),
  historyDays: z.number(),
  meanPerDay: z.number(),
  sdPerDay: z.number(),
  horizonDays: z.number(),
  quantile: z.number(),
  forecastSd: z.number(),
  stepBefore: z.number(),
  stepAfter: z.number(),
  driftError: z.number(),
});

export const LineInspection = z.strictObject({
  lineId: OrderLineId,
  title: z.string(),
  channel: z.nullable(z.strictObject({ platform: Platform, handle: z.string() })),
  measured: z.boolean(),
  state: z.enum(["awaiting", "ready", "delivering", "completed", "canceled"]),
  deadlineAt: Instant,
  startedAt: z.nullable(Instant),
  dueAt: z.nullable(Instant),
  completedAt: z.nullable(Instant),
  baseline: z.nullable(Snapshot),
  baselineMissing: z.nullable(z.string()),
  baselineStrength: z.nullable(z.strictObject({ readings: z.int(), spanHours: z.number() })),
  weakBaseline: z.boolean(),
  attested: z.boolean(),
  label: z.enum(proofLabels),
  finding: z.string(),
  explanation: z.string(),
  change: z.nullable(
    z.strictObject({
      observed: z.int(),
      expectedOrganic: z.nullable(z.number()),
      lift: z.nullable(z.number()),
      low: z.nullable(z.number()),
      high: z.nullable(z.number()),
      sampleSize: z.int(),
      model: z.nullable(DriftModel),
    }),
  ),
  /** The stretches of history the usual growth was worked out from, oldest first. */
  history: z.array(z.strictObject({ from: Instant, to: Instant, gain: z.int(), days: z.number() })),
  readings: z.array(InspectedReading),
  planned: z.array(z.strictObject({ phase: z.enum(phases), dueAt: Instant, nextAt: Instant, tries: z.int() })),
});
export type LineInspection = z.infer<typeof LineInspection>;

/** That the personal values behind the seals of an order's signed proofs were deleted for good. */
export const ProofErasure = z.strictObject({
  at: Instant,
  /** Who did it. */
  by: z.string(),
  reason: z.string(),
  /** Values that were deleted. */
  erased: z.int(),
});
export type ProofErasure = z.infer<typeof ProofErasure>;

export const ProofInspection = z.strictObject({
  orderId: OrderId,
  inspectedAt: Instant,
  /** Null while the values are there, or nothing was signed. */
  erasure: z.nullable(ProofErasure),
  lines: z.array(LineInspection),
});
export type ProofInspection = z.infer<typeof ProofInspection>;

const staff = ["operator", "admin"] as const;
const one = z.strictObject({ orderId: OrderId });

export const adminProofs = {
  inspect: endpoint({
    method: "GET",
    path: "/admin/orders/{orderId}/proof",
    summary: "What an order's proof rests on: every reading raw, the schedule, the arithmetic",
    access: staff,
    audience: "operator",
    params: one,
    query: z.strictObject({ locale: z.optional(Locale) }),
    response: ProofInspection,
    errors: ["order.not-found"],
  }),
  requestReading: endpoint({
    method: "POST",
    path: "/admin/orders/{orderId}/proof/readings",
    summary: "Read a line's channel beyond the schedule, with a reason; three an hour and line",
    access: staff,
    audience: "operator",
    params: one,
    query: z.strictObject({ locale: z.optional(Locale) }),
    body: z.strictObject({ lineId: OrderLineId, reason: text(500) }),
    response: ProofInspection,
    success: 202,
    idempotency: "required",
    errors: [
      "order.not-found",
      "proof.reading-refused",
      "proof.readings-used-up",
      "idempotency.key-required",
      "idempotency.key-invalid",
      "idempotency.key-reused",
      "idempotency.in-progress",
    ],
  }),
  eraseValues: endpoint({
    method: "POST",
    path: "/admin/orders/{orderId}/proof/erasure",
    summary: "Delete the personal values behind an order's signed proofs for good; they still verify. Once",
    access: ["admin"],
    audience: "operator",
    params: one,
    body: z.strictObject({ reason: text(500, 3) }),
    response: ProofErasure,
    errors: ["order.not-found", "proof.not-found"],
  }),
  exportMetrics: endpoint({
    method: "GET",
    path: "/admin/delivery-proof/metrics/export",
    summary: "Delivery numbers of every product as one JSON file, with how they are worked out",
    access: staff,
    audience: "operator",
    output: "file",
    limitPerMinute: 30,
  }),
};
