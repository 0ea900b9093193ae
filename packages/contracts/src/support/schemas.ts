import * as z from "zod/mini";
import { LineState, OrderLineId } from "../orders/schemas.ts";
import { LineRefills } from "../refills/schemas.ts";
import { Instant, id, Localized, Money } from "../schemas.ts";

/** How a delivery is spread, and what the plan has delivered by now. Units are the product's. */
export const PacingPlan = z.strictObject({
  startsAt: Instant,
  endsAt: Instant,
  unitsPerDay: z.number(),
  scheduledUnits: z.int(),
});

export const LineDelivery = z.strictObject({
  lineId: OrderLineId,
  /** Null until somebody works on it. */
  pacing: z.nullable(PacingPlan),
  /** Since when it is behind its promise. */
  lateSince: z.nullable(Instant),
  /** When a late delivery is expected instead; null while nobody can say. */
  expectedAt: z.nullable(Instant),
});
export type LineDelivery = z.infer<typeof LineDelivery>;

export const RefundState = z.enum(["requested", "submitted", "succeeded", "failed"]);
export const RefundPart = z.strictObject({ lineId: OrderLineId, amount: Money });
const DisputeState = z.enum(["open", "won", "lost"]);

/** What happened to an order's money and promise after it was sold, as its buyer sees it. */
export const OrderSupport = z.strictObject({
  refunds: z.array(
    z.strictObject({
      id: id("rfd"),
      state: RefundState,
      amount: Money,
      lines: z.array(RefundPart),
      requestedAt: Instant,
      updatedAt: Instant,
    }),
  ),
  disputes: z.array(
    z.strictObject({ state: DisputeState, amount: Money, openedAt: Instant, closedAt: z.nullable(Instant) }),
  ),
  lines: z.array(LineDelivery),
});
export type OrderSupport = z.infer<typeof OrderSupport>;

export const OperatorRefund = z.strictObject({
  id: id("rfd"),
  state: RefundState,
  amount: Money,
  lines: z.array(RefundPart),
  reason: z.string(),
  failure: z.nullable(z.string()),
  processorId: z.nullable(z.string()),
  /** Number of the credit note; null until its files can be downloaded. */
  creditNote: z.nullable(z.string()),
  requestedAt: Instant,
  updatedAt: Instant,
});
export type OperatorRefund = z.infer<typeof OperatorRefund>;

export const OperatorDispute = z.strictObject({
  id: id("dsp"),
  state: DisputeState,
  amount: Money,
  lost: Money,
  /** The bank's word. */
  reason: z.string(),
  processorId: z.string(),
  evidenceDueAt: z.nullable(Instant),
  openedAt: Instant,
  closedAt: z.nullable(Instant),
});
export type OperatorDispute = z.infer<typeof OperatorDispute>;

/** What can be done for a line now. */
export const LineActions = z.strictObject({
  ...LineDelivery.shape,
  title: Localized,
  unit: Localized,
  ordered: z.int(),
  delivered: z.int(),
  /** Null until the order is paid and its lines are made. */
  state: z.nullable(LineState),
  /** What was neither returned nor promised back. */
  refundable: Money,
  /** Suppliers that are out for this line. */
  excludedProviders: z.int(),
  /** A replay waits for this moment. */
  submitNotBefore: z.nullable(Instant),
  can: z.strictObject({ replay: z.boolean(), cancel: z.boolean() }),
  refills: LineRefills,
});
export type LineActions = z.infer<typeof LineActions>;

export const OperatorSupport = z.strictObject({
  refunds: z.array(OperatorRefund),
  disputes: z.array(OperatorDispute),
  lines: z.array(LineActions),
  /** The most this person may return at once; null without a limit. */
  refundLimit: z.nullable(Money),
});
export type OperatorSupport = z.infer<typeof OperatorSupport>;
