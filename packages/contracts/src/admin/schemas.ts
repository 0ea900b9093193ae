import * as z from "zod/mini";
import { AccountId } from "../metrics/contract.ts";
import { Order, OrderId, OrderState } from "../orders/schemas.ts";
import { Instant, id, Localized, Money } from "../schemas.ts";
import { ownershipMethods, ownershipStates } from "../vocabulary/ownership.ts";
import { orderConcerns } from "../vocabulary/states.ts";

export const OperatorOrderSummary = z.strictObject({
  id: OrderId,
  number: z.nullable(z.string()),
  state: OrderState,
  placedAt: Instant,
  updatedAt: Instant,
  customer: z.strictObject({ name: z.string(), email: z.string() }),
  total: Money,
  lineCount: z.int(),
  firstTitle: Localized,
  /** Why a person should look; null when nobody has to. `detail` is what a person wrote, in their language. */
  attention: z.nullable(z.strictObject({ concern: z.enum(orderConcerns), detail: z.nullable(z.string()) })),
});
export type OperatorOrderSummary = z.infer<typeof OperatorOrderSummary>;

/** One submit of a line to a supplier. */
export const Attempt = z.strictObject({
  id: id("att"),
  lineId: z.string(),
  provider: z.strictObject({ id: id("prv"), name: z.string() }),
  service: z.string(),
  reference: z.string(),
  externalId: z.nullable(z.string()),
  state: z.string(),
  cost: z.nullable(Money),
  submittedAt: z.nullable(Instant),
  lastCheckedAt: z.nullable(Instant),
  lastError: z.nullable(z.string()),
  /** Why a look at what was delivered long ago failed; nothing against the delivery. */
  laterLookError: z.nullable(z.string()),
});

/** A row of the audit: who moved the order, from where, to where, and why. */
export const AuditEntry = z.strictObject({
  seq: z.int(),
  at: Instant,
  command: z.string(),
  from: z.nullable(OrderState),
  to: OrderState,
  actor: z.strictObject({ kind: z.string(), id: z.nullable(z.string()) }),
  reason: z.nullable(z.string()),
});

export const OperatorPayment = z.strictObject({
  id: id("pay"),
  state: z.string(),
  processorId: z.nullable(z.string()),
  authorized: Money,
  captured: Money,
  refunded: Money,
  failure: z.nullable(z.string()),
  createdAt: Instant,
});

/** What the buyer showed of a channel the order is for: how, when, and the hash of what was seen. */
export const OperatorOwnership = z.strictObject({
  accountId: AccountId,
  state: z.enum(ownershipStates),
  method: z.enum(ownershipMethods),
  place: z.string(),
  source: z.string(),
  observedAt: Instant,
  evidenceHash: z.nullable(z.string()),
  expiresAt: Instant,
});

/** An order seen from behind. */
export const OperatorOrder = z.strictObject({
  order: Order,
  ownerId: z.string(),
  attempts: z.array(Attempt),
  payments: z.array(OperatorPayment),
  audit: z.array(AuditEntry),
  /** Channels without any claim of the buyer are left out. */
  ownership: z.array(OperatorOwnership),
  allowed: z.array(z.string()),
});
export type OperatorOrder = z.infer<typeof OperatorOrder>;

export const JobLane = z.strictObject({
  lane: z.string(),
  ready: z.int(),
  deferred: z.int(),
  active: z.int(),
  failed: z.int(),
});
export const JobSummary = z.strictObject({
  job: z.string(),
  lane: z.string(),
  ready: z.int(),
  deferred: z.int(),
  active: z.int(),
  failed: z.int(),
  lastCompletedAt: z.nullable(Instant),
  lastFailedAt: z.nullable(Instant),
});
export const FailedJob = z.strictObject({
  id: z.uuid(),
  job: z.string(),
  lane: z.string(),
  failedAt: Instant,
  attempts: z.int(),
  error: z.string(),
  payload: z.string(),
});
/** What was decided about a job that had failed for good. */
export const DecidedJob = z.strictObject({
  id: z.uuid(),
  job: z.string(),
  error: z.string(),
  failedAt: Instant,
  decision: z.enum(["retried", "discarded"]),
  reason: z.string(),
  decidedBy: z.strictObject({ kind: z.string(), id: z.nullable(z.string()) }),
  decidedAt: Instant,
});
/** One probe of the storage. Times of steps are milliseconds; null for what was not reached. */
export const StorageProbe = z.strictObject({
  id: z.string(),
  startedAt: Instant,
  finishedAt: z.nullable(Instant),
  status: z.enum(["running", "ok", "failed"]),
  detail: z.string(),
  steps: z.array(
    z.strictObject({
      /** In bytes. */
      size: z.int(),
      writeMs: z.nullable(z.number()),
      readMs: z.nullable(z.number()),
      deleteMs: z.nullable(z.number()),
    }),
  ),
});
export type StorageProbe = z.infer<typeof StorageProbe>;

export const JobOverview = z.strictObject({
  lanes: z.array(JobLane),
  jobs: z.array(JobSummary),
  failed: z.array(FailedJob),
  /** The latest decisions, newest first. */
  decided: z.array(DecidedJob),
});
export type JobOverview = z.infer<typeof JobOverview>;
