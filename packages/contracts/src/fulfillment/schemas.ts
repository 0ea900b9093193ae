import * as z from "zod/mini";
import { LineState, OrderId, OrderLineId } from "../orders/schemas.ts";
import { ProductId } from "../products/schemas.ts";
import { AmountMinor, Currency, Instant, id, Money, Platform, text } from "../schemas.ts";

export const ProviderId = id("prv");
export const ProviderState = z.enum(["active", "paused", "drained", "retired"]);
export const ProviderKind = z.enum(["http", "manual"]);

const Units = z.int().check(z.minimum(1), z.maximum(1_000_000_000));
const Hours = z.int().check(z.minimum(1), z.maximum(10_000));

/** What a supplier charges for a service: once, per so many units, or per so many units by quantity. */
export const CostModel = z.discriminatedUnion("model", [
  z.strictObject({ model: z.literal("flat"), amountMinor: AmountMinor }),
  z.strictObject({ model: z.literal("per_unit"), amountMinor: AmountMinor, perUnits: Units }),
  z.strictObject({
    model: z.literal("tiered"),
    tiers: z
      .array(z.strictObject({ fromUnits: AmountMinor, amountMinor: AmountMinor, perUnits: Units }))
      .check(z.minLength(1), z.maxLength(20)),
  }),
]);
export type CostModel = z.infer<typeof CostModel>;

/** What limits a service; all of its rules must hold. */
export const ServiceRule = z.discriminatedUnion("rule", [
  z.strictObject({ rule: z.literal("platforms"), allow: z.array(Platform).check(z.minLength(1), z.maxLength(20)) }),
  z.strictObject({
    rule: z.literal("countries"),
    allow: z.array(z.string().check(z.regex(/^[A-Z]{2}$/))).check(z.minLength(1), z.maxLength(250)),
  }),
  z.strictObject({
    rule: z.literal("options"),
    refuse: z.array(text(120, 3)).check(z.minLength(1), z.maxLength(50)),
  }),
  z.strictObject({ rule: z.literal("amount"), minimum: Units, maximum: Units }),
  z.strictObject({ rule: z.literal("pacing"), minimumHours: Hours, maximumUnitsPerHour: Units }),
]);
export type ServiceRule = z.infer<typeof ServiceRule>;

/** A figure with its 95 % interval and sample size; below twenty outcomes it is not known. */
export const Estimate = z.discriminatedUnion("known", [
  z.strictObject({
    known: z.literal(true),
    value: z.number(),
    low: z.number(),
    high: z.number(),
    observations: z.int(),
  }),
  z.strictObject({ known: z.literal(false), observations: z.int() }),
]);
export type Estimate = z.infer<typeof Estimate>;

export const qualityMetrics = [
  "submit",
  "success",
  "on-time",
  "fulfilled",
  "mismatch",
  "refill",
  "start-hours",
  "work-hours",
] as const;

const Quality = z.strictObject({
  /** 0 to 100. */
  score: Estimate,
  metrics: z.array(z.strictObject({ metric: z.enum(qualityMetrics), estimate: Estimate })),
});

export const Capabilities = z.strictObject({
  idempotentSubmit: z.boolean(),
  quote: z.boolean(),
  cancel: z.boolean(),
  refill: z.boolean(),
  balance: z.boolean(),
  webhook: z.boolean(),
  poll: z.boolean(),
  settleMs: z.int(),
});

export const ProviderBalance = z.strictObject({
  readAt: Instant,
  amount: z.nullable(Money),
  trouble: z.nullable(z.string()),
  burnPerDayMinor: z.nullable(z.int()),
  hoursToEmpty: z.nullable(z.number()),
  windowHours: z.number(),
  sampleSize: z.int(),
  history: z.array(z.strictObject({ at: Instant, amountMinor: z.int() })),
});

export const ProviderSummary = z.strictObject({
  id: ProviderId,
  name: z.string(),
  kind: ProviderKind,
  state: ProviderState,
  currency: Currency,
  services: z.array(z.string()),
  score: Estimate,
  inFlight: z.int(),
  maxInFlight: z.nullable(z.int()),
  balance: z.nullable(ProviderBalance),
  lastAnswerAt: z.nullable(Instant),
  lastTrouble: z.nullable(z.string()),
  updatedAt: Instant,
});
export type ProviderSummary = z.infer<typeof ProviderSummary>;

export const ProviderService = z.strictObject({
  service: z.string(),
  title: z.string(),
  isActive: z.boolean(),
  cost: CostModel,
  currency: Currency,
  rules: z.array(ServiceRule),
  startsWithinHours: z.int(),
  deliversWithinHours: z.int(),
  version: z.int(),
  serves: z.array(
    z.strictObject({
      productId: z.nullable(z.string()),
      serviceKey: z.nullable(z.string()),
      unitsPerItem: z.int(),
      priority: z.int(),
    }),
  ),
});
export type ProviderService = z.infer<typeof ProviderService>;

export const ProviderOrder = z.strictObject({
  attemptId: id("att"),
  orderId: OrderId,
  lineId: OrderLineId,
  service: z.string(),
  state: z.string(),
  lineState: LineState,
  delivered: z.int(),
  ordered: z.int(),
  cost: z.nullable(Money),
  submittedAt: Instant,
  lastError: z.nullable(z.string()),
  /** Why a look at what was delivered long ago failed; nothing against the delivery. */
  laterLookError: z.nullable(z.string()),
});

export const ProviderChange = z.strictObject({
  id: id("pch"),
  at: Instant,
  kind: z.enum(["created", "configured", "secrets-set", "state", "service", "mapping", "incident", "incident-over"]),
  /** With the name of a person who has an account. */
  actor: z.strictObject({ kind: z.string(), id: z.nullable(z.string()), name: z.nullable(z.string()) }),
  reason: z.nullable(z.string()),
  /** For people, in English: what changed. */
  detail: z.string(),
});

/** Why a line went to a supplier, or to none. */
export const RoutingDecision = z.strictObject({
  id: id("rte"),
  orderId: OrderId,
  lineId: OrderLineId,
  number: z.int(),
  outcome: z.enum(["chosen", "waiting", "none"]),
  reason: z.enum([
    "only-one",
    "best-value",
    "exploration",
    "best-of-the-rest",
    "all-paused",
    "all-full",
    "none-mapped",
    "none-eligible",
  ]),
  providerId: z.nullable(ProviderId),
  service: z.nullable(z.string()),
  policyVersion: z.int(),
  seed: z.int(),
  decidedAt: Instant,
  candidates: z.array(
    z.strictObject({
      providerId: ProviderId,
      providerName: z.string(),
      service: z.string(),
      cost: Money,
      price: Money,
      /** Drawn chance of success, 0 to 1. */
      sampled: z.nullable(z.number()),
      valueMinor: z.nullable(z.number()),
      inFlight: z.int(),
      inFlightCap: z.int(),
      obstacles: z.array(z.string()),
      rules: z.array(z.strictObject({ rule: z.string(), passed: z.boolean(), why: z.string() })),
    }),
  ),
});
export type RoutingDecision = z.infer<typeof RoutingDecision>;

export const Provider = z.strictObject({
  id: ProviderId,
  name: z.string(),
  kind: ProviderKind,
  state: ProviderState,
  currency: Currency,
  version: z.int(),
  maxInFlight: z.nullable(z.int()),
  inFlight: z.int(),
  /** The configuration as JSON; secrets are only named in it. */
  config: z.string(),
  secrets: z.array(z.strictObject({ name: z.string(), setAt: z.nullable(Instant) })),
  capabilities: Capabilities,
  services: z.array(ProviderService),
  quality: Quality,
  cells: z.array(z.extend(Quality, { service: z.string(), platform: z.string() })),
  balance: z.nullable(ProviderBalance),
  createdAt: Instant,
  updatedAt: Instant,
});
export type Provider = z.infer<typeof Provider>;

const secretName = z.string().check(z.regex(/^[a-z][a-zA-Z0-9-]{0,40}$/));
/** Text that must be JSON, within a size a configuration has. */
const JsonText = z.string().check(z.minLength(2), z.maxLength(50_000));

export const ProviderDraft = z.strictObject({
  name: text(80),
  kind: ProviderKind,
  currency: Currency,
  config: JsonText,
  /** Write-only: a secret that is left out stays as it is. */
  secrets: z.optional(z.record(secretName, text(2_000))),
  maxInFlight: z.nullable(z.int().check(z.minimum(1), z.maximum(1_000_000))),
});

export const ServiceDraft = z.strictObject({
  title: text(120),
  isActive: z.boolean(),
  cost: CostModel,
  currency: Currency,
  rules: z.array(ServiceRule).check(z.maxLength(20)),
  startsWithinHours: Hours,
  deliversWithinHours: Hours,
  /** The version that was read; null for a service that is to be new. */
  version: z.nullable(z.int()),
});

/** A service as it might be saved, and a line to hold it against. */
export const ServiceTrial = z.strictObject({
  cost: CostModel,
  rules: z.array(ServiceRule).check(z.maxLength(20)),
  line: z.strictObject({
    platform: z.nullable(Platform),
    country: z.string().check(z.regex(/^[A-Z]{2}$/)),
    /** As "group/option". */
    options: z.array(text(120, 3)).check(z.maxLength(50)),
    quantity: Units,
    hours: Hours,
  }),
});

export const ServicePreview = z.strictObject({
  isEligible: z.boolean(),
  rules: z.array(z.strictObject({ rule: z.string(), passed: z.boolean(), why: z.string() })),
  costMinor: z.int(),
});
export type ServicePreview = z.infer<typeof ServicePreview>;

export const MappingTarget = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("product"), productId: ProductId }),
  z.strictObject({ kind: z.literal("service-key"), serviceKey: text(60) }),
]);

export const DryRunRequest = z.strictObject({
  /** A configuration to try; the stored one when left out. */
  config: z.optional(JsonText),
  service: text(80),
  quantity: Units,
  platform: Platform,
  handle: text(120),
  hours: Hours,
  /** An answer to a submit as the supplier would give it, JSON. */
  answer: z.optional(JsonText),
  /** Asks the supplier for its balance and price list. */
  live: z.boolean(),
});

export const DryRunResult = z.strictObject({
  problems: z.array(z.strictObject({ path: z.string(), message: z.string() })),
  request: z.nullable(
    z.strictObject({
      method: z.string(),
      url: z.string(),
      headers: z.array(z.strictObject({ name: z.string(), value: z.string() })),
      body: z.nullable(z.string()),
    }),
  ),
  missingSecrets: z.array(z.string()),
  paths: z.array(z.strictObject({ name: z.string(), path: z.string(), found: z.nullable(z.string()) })),
  reading: z.nullable(
    z.strictObject({
      externalId: z.string(),
      reference: z.nullable(z.string()),
      status: z.string(),
      delivered: z.int(),
      cost: z.nullable(z.strictObject({ amountMinor: z.int(), currency: z.string() })),
      evidence: z.int(),
    }),
  ),
  costMinor: z.nullable(z.int()),
  live: z.nullable(
    z.strictObject({
      balance: z.strictObject({ ok: z.boolean(), told: z.string() }),
      quote: z.strictObject({ ok: z.boolean(), told: z.string() }),
    }),
  ),
});
export type DryRunResult = z.infer<typeof DryRunResult>;
