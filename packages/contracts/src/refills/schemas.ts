import * as z from "zod/mini";
import { OrderId, OrderLineId } from "../orders/schemas.ts";
import { Instant, id, Localized, Platform } from "../schemas.ts";

export const RefillId = id("rfl");
export const RefillState = z.enum(["requested", "approved", "declined", "submitted", "completed", "failed"]);
/** Why a line has no claim to a make-good now. */
export const RefillIneligibility = z.enum([
  "not-delivered-yet",
  "settled",
  "window-over",
  "delivered-in-full",
  "already-open",
]);

/** A make-good of a line as its buyer sees it. Units are the product's. */
export const Refill = z.strictObject({
  id: RefillId,
  lineId: OrderLineId,
  state: RefillState,
  /** Whether the check of the evidence asked by itself. */
  automatic: z.boolean(),
  units: z.int(),
  requestedAt: Instant,
  decidedAt: z.nullable(Instant),
  /** Why it was declined. */
  declineReason: z.nullable(z.string()),
  submittedAt: z.nullable(Instant),
  closedAt: z.nullable(Instant),
});
export type Refill = z.infer<typeof Refill>;

/** A line's claim, and the refills it had, oldest first. */
export const LineRefills = z.strictObject({
  lineId: OrderLineId,
  eligible: z.boolean(),
  why: z.nullable(RefillIneligibility),
  missingUnits: z.int(),
  windowEndsAt: z.nullable(Instant),
  thresholdPercent: z.int(),
  refills: z.array(Refill),
});
export type LineRefills = z.infer<typeof LineRefills>;

export const OrderRefills = z.strictObject({ lines: z.array(LineRefills) });
export type OrderRefills = z.infer<typeof OrderRefills>;

/** A refill in the queue of those who decide. */
export const OperatorRefill = z.strictObject({
  id: RefillId,
  order: z.strictObject({ id: OrderId, number: z.nullable(z.string()) }),
  lineId: OrderLineId,
  title: Localized,
  unit: Localized,
  channel: z.nullable(z.strictObject({ platform: Platform, handle: z.nullable(z.string()) })),
  state: RefillState,
  origin: z.enum(["customer", "operator", "system"]),
  units: z.int(),
  orderedUnits: z.int(),
  note: z.nullable(z.string()),
  requestedBy: z.strictObject({ kind: z.string(), id: z.nullable(z.string()) }),
  requestedAt: Instant,
  windowEndsAt: Instant,
  decidedBy: z.nullable(z.strictObject({ kind: z.string(), id: z.nullable(z.string()) })),
  decidedAt: z.nullable(Instant),
  decisionReason: z.nullable(z.string()),
  submits: z.int(),
  lastError: z.nullable(z.string()),
  submittedAt: z.nullable(Instant),
  closedAt: z.nullable(Instant),
  outcome: z.nullable(z.string()),
});
export type OperatorRefill = z.infer<typeof OperatorRefill>;
