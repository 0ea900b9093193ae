import * as z from "zod/mini";
import { Account, Snapshot } from "../metrics/contract.ts";
import { ProductId, Selection } from "../products/schemas.ts";
import { PricePart } from "../quotes/schemas.ts";
import { Address, Currency, Instant, id, Locale, Money, PlatformContext, Slug } from "../schemas.ts";
import { lineStates, orderStates, paymentStates, proofLabels } from "../vocabulary/states.ts";
import { PaperKind } from "./papers.ts";

export const OrderId = id("ord");
export const OrderLineId = id("oln");
export const OrderState = z.enum(orderStates);
export const LineState = z.enum(lineStates);

/** Delivered against ordered, and against what the schedule expects by now. */
export const LineProgress = z.strictObject({
  unit: z.string(),
  ordered: z.int(),
  delivered: z.int(),
  expectedByNow: z.nullable(z.int()),
  startedAt: z.nullable(Instant),
  dueAt: z.nullable(Instant),
  lastCheckedAt: z.nullable(Instant),
  late: z.boolean(),
});

/** Proof that something was handed over, as the supplier or the platform reports it. */
export const Evidence = z.strictObject({
  kind: z.enum(["ad_report", "placement", "asset", "hours", "audit"]),
  title: z.string(),
  url: z.nullable(z.string()),
  units: z.int(),
  reportedAt: Instant,
});

export const OrderLine = z.strictObject({
  id: OrderLineId,
  product: z.strictObject({ id: ProductId, slug: Slug, title: z.string(), unit: z.string(), artSeed: z.int() }),
  quantity: z.int(),
  selection: Selection,
  summary: z.array(z.string()),
  platformContext: z.nullable(PlatformContext),
  parts: z.array(PricePart),
  net: Money,
  tax: Money,
  gross: Money,
  taxRateBp: z.int(),
  /** Null until the order is paid. */
  state: z.nullable(LineState),
  progress: z.nullable(LineProgress),
  evidence: z.array(Evidence),
  guaranteeEndsAt: z.nullable(Instant),
});
export type OrderLine = z.infer<typeof OrderLine>;

export const Paper = z.strictObject({
  kind: PaperKind,
  number: z.nullable(z.string()),
  issuedAt: Instant,
  formats: z.array(z.enum(["pdf", "html"])),
  sha256: z.string(),
});
export type Paper = z.infer<typeof Paper>;

export const Order = z.strictObject({
  id: OrderId,
  number: z.nullable(z.string()),
  state: OrderState,
  version: z.int(),
  placedAt: Instant,
  paidAt: z.nullable(Instant),
  deliveredAt: z.nullable(Instant),
  currency: Currency,
  locale: Locale,
  lines: z.array(OrderLine),
  totals: z.strictObject({ net: Money, tax: Money, gross: Money, refunded: Money }),
  contact: z.strictObject({ email: z.string(), name: z.string() }),
  billing: z.strictObject({
    company: z.nullable(z.string()),
    taxId: z.nullable(z.string()),
    address: Address,
  }),
  payment: z.nullable(
    z.strictObject({
      state: z.enum(paymentStates),
      declineReason: z.nullable(z.string()),
      nextAction: z.nullable(z.strictObject({ url: z.string() })),
    }),
  ),
  papers: z.array(Paper),
  can: z.strictObject({ cancel: z.boolean(), pay: z.boolean() }),
});
export type Order = z.infer<typeof Order>;

export const OrderSummary = z.strictObject({
  id: OrderId,
  number: z.nullable(z.string()),
  state: OrderState,
  placedAt: Instant,
  total: Money,
  lines: z.array(
    z.strictObject({
      title: z.string(),
      quantity: z.int(),
      unit: z.string(),
      platformContext: z.nullable(PlatformContext),
      state: z.nullable(LineState),
      artSeed: z.int(),
    }),
  ),
});
export type OrderSummary = z.infer<typeof OrderSummary>;

/** One thing that happened to the order, in the reader's words. */
export const TimelineEntry = z.strictObject({
  id: z.string(),
  at: Instant,
  kind: z.enum(["state", "payment", "line", "proof", "paper", "note"]),
  title: z.string(),
  detail: z.nullable(z.string()),
});
export const Timeline = z.strictObject({ entries: z.array(TimelineEntry) });
export type Timeline = z.infer<typeof Timeline>;

/** A reading that should exist and does not, with the reason. */
export const MissingReading = z.strictObject({ at: Instant, reason: z.string() });

export const ForecastPoint = z.strictObject({ at: Instant, expected: z.int(), low: z.int(), high: z.int() });

export const LineProof = z.strictObject({
  lineId: OrderLineId,
  productTitle: z.string(),
  account: z.nullable(Account),
  measured: z.boolean(),
  baseline: z.nullable(Snapshot),
  baselineMissing: z.nullable(z.string()),
  /** Readings of the days before the start, six hours apart or more, and the hours they span. */
  baselineStrength: z.nullable(z.strictObject({ readings: z.int(), spanHours: z.number() })),
  /** Fewer than three such readings, or less than a day of them. */
  weakBaseline: z.boolean(),
  /** A person vouched for the baseline or the latest reading. */
  attested: z.boolean(),
  startedAt: z.nullable(Instant),
  completedAt: z.nullable(Instant),
  latest: z.nullable(Snapshot),
  readings: z.array(Snapshot),
  missing: z.array(MissingReading),
  /** Observed change of followers, and the range that ordinary growth and rounding leave open; null when not yet known. */
  change: z.nullable(
    z.strictObject({
      observed: z.int(),
      expectedOrganic: z.nullable(z.number()),
      lift: z.nullable(z.number()),
      low: z.nullable(z.number()),
      high: z.nullable(z.number()),
      sampleSize: z.int(),
    }),
  ),
  /** Where usual growth would have led, with its 95 % range, from the baseline on; empty without enough history. */
  forecast: z.array(ForecastPoint),
  label: z.enum(proofLabels),
  explanation: z.string(),
  fulfillment: z.strictObject({
    ordered: z.int(),
    delivered: z.int(),
    unit: z.string(),
    percent: z.nullable(z.number()),
  }),
});
export type LineProof = z.infer<typeof LineProof>;

export const DeliveryProof = z.strictObject({
  orderId: OrderId,
  computedAt: Instant,
  lines: z.array(LineProof),
});
export type DeliveryProof = z.infer<typeof DeliveryProof>;

/**
 * Delivery numbers of one product, failures included; null parts are not yet known. `lift` is in percent of the
 * followers before; low and high enclose the middle half.
 */
export const ProofMetrics = z.strictObject({
  productId: ProductId,
  sampleSize: z.int(),
  minimumSample: z.int(),
  fulfillmentPercent: z.nullable(z.strictObject({ median: z.number(), low: z.number(), high: z.number() })),
  lift: z.nullable(z.strictObject({ median: z.number(), low: z.number(), high: z.number(), sampleSize: z.int() })),
  onTimePercent: z.nullable(z.number()),
  labels: z.strictObject({
    attributed: z.int(),
    consistentWith: z.int(),
    inconclusive: z.int(),
    contradicts: z.int(),
    notYetKnown: z.int(),
  }),
  computedAt: z.nullable(Instant),
});
export type ProofMetrics = z.infer<typeof ProofMetrics>;
