import * as z from "zod/mini";
import { OrderId, OrderState } from "../orders/schemas.ts";
import { Instant, id, Money } from "../schemas.ts";
import {
  riskDecisions,
  riskListKinds,
  riskLists,
  riskReviewStates,
  riskRules,
  riskSignals,
} from "../vocabulary/risk.ts";

export const RiskAssessmentId = id("rsk");
export const RiskEntryId = id("rle");

/** Who did something: a role and its id. */
const Person = z.strictObject({ kind: z.string(), id: z.nullable(z.string()) });

/** What one signal adds. Bits above zero speak against the buyer, below for them; one bit doubles the odds. */
export const RiskContribution = z.strictObject({
  signal: z.enum(riskSignals),
  bits: z.number(),
  value: z.nullable(z.number()),
});

export const RiskAssessment = z.strictObject({
  id: RiskAssessmentId,
  at: Instant,
  decision: z.enum(riskDecisions),
  /** False: only written down; the buyer went on as if nothing had been said. */
  enforced: z.boolean(),
  rule: z.nullable(z.enum(riskRules)),
  /** That the attempt is abusive, 0 to 1. */
  posterior: z.number(),
  /** Loudest against the buyer first. */
  contributions: z.array(RiskContribution),
  /** What the attempt can be put on a list by. */
  listable: z.array(z.enum(riskListKinds)),
  review: z.enum(riskReviewStates),
  version: z.int(),
  /** Null: refused, so there is none. */
  order: z.nullable(
    z.strictObject({
      id: OrderId,
      number: z.nullable(z.string()),
      state: OrderState,
      total: Money,
      buyer: z.strictObject({ name: z.string(), email: z.string() }),
    }),
  ),
  /** What is kept for thirty days of a refused purchase, so that its shopper is found when they write. */
  refusal: z.nullable(
    z.strictObject({
      /** What the shopper was shown. */
      reference: z.string(),
      email: z.string(),
      total: Money,
      products: z.array(
        z.strictObject({ title: z.strictObject({ en: z.string(), de: z.string() }), quantity: z.int() }),
      ),
    }),
  ),
  /** Where the attempt came from, in CIDR notation; null when unknown, and once it is forgotten. */
  network: z.nullable(z.string()),
  /** Whether the order is where a person can decide. */
  decidable: z.boolean(),
  audit: z.array(z.strictObject({ at: Instant, actor: Person, action: z.string(), reason: z.nullable(z.string()) })),
});
export type RiskAssessment = z.infer<typeof RiskAssessment>;

export const RiskListEntry = z.strictObject({
  id: RiskEntryId,
  list: z.enum(riskLists),
  kind: z.enum(riskListKinds),
  /** Only networks can be read back: addresses and cards are kept as digests. */
  network: z.nullable(z.string()),
  note: z.string(),
  actor: Person,
  createdAt: Instant,
  expiresAt: z.nullable(Instant),
  removedAt: z.nullable(Instant),
});
export type RiskListEntry = z.infer<typeof RiskListEntry>;

/** Of a hundred carts, on how many a decision has its effect. */
export const RiskEnforcement = z.strictObject({ percent: z.int(), version: z.int() });
export type RiskEnforcement = z.infer<typeof RiskEnforcement>;
