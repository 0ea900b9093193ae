import type { Currency, LineState } from "@smplat/contracts/vocabulary";
import type { JSONColumnType } from "kysely";
import type { LineEvidence } from "#modules/orders";
import type { SupplierStatus } from "#modules/suppliers";
import type { AttemptState } from "./attempt.ts";
import type { LineBrief } from "./line.ts";
import type { PacingPlan } from "./pacing.ts";
import type { RouteReason, RouteRequest, ScoredCandidate } from "./route-line.ts";
import type { FollowUpKind } from "./views.ts";

export interface FulfillmentTables {
  fulfillmentLines: FulfillmentLineRow;
  fulfillmentAttempts: AttemptRow;
  fulfillmentFollowUps: FollowUpRow;
  providerEvents: ProviderEventRow;
  routingDecisions: RoutingDecisionRow;
}

export interface FulfillmentLineRow {
  id: string;
  orderId: string;
  productId: string;
  socialAccountId: string | null;
  state: LineState;
  orderedUnits: number;
  deliveredUnits: number;
  brief: JSONColumnType<LineBrief>;
  startsWithinHours: number;
  deliversWithinHours: number;
  guaranteeDays: number;
  thresholdPercent: number;
  baselineDeadlineAt: Date;
  baselineSnapshotId: string | null;
  baselineMissing: string | null;
  attemptCount: number;
  startedAt: Date | null;
  dueAt: Date | null;
  completedAt: Date | null;
  guaranteeEndsAt: Date | null;
  excludedProviders: string[];
  submitNotBefore: Date | null;
  pacing: JSONColumnType<PacingPlan> | null;
  lateSince: Date | null;
  expectedAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
}

export interface AttemptRow {
  id: string;
  lineId: string;
  orderId: string;
  number: number;
  providerId: string;
  service: string;
  reference: string;
  externalId: string | null;
  state: AttemptState;
  quantity: number;
  unitsPerItem: number;
  costMinor: number | null;
  currency: Currency;
  supplierStatus: SupplierStatus | null;
  supplierDelivered: number;
  reportedAt: Date | null;
  evidence: JSONColumnType<LineEvidence[]>;
  goneAddresses: string[];
  polls: number;
  jobId: string;
  submittedAt: Date;
  calledAt: Date;
  checkedAt: Date | null;
  lastError: string | null;
  cancelRequestedAt: Date | null;
  closedAt: Date | null;
}

export interface FollowUpRow {
  id: string;
  orderId: string;
  lineId: string;
  attemptId: string | null;
  kind: FollowUpKind;
  detail: string;
  createdAt: Date;
  resolvedAt: Date | null;
}

export interface ProviderEventRow {
  providerId: string;
  eventId: string;
  receivedAt: Date;
  body: string;
  appliedAt: Date | null;
  outcome: string | null;
}

export interface RoutingDecisionRow {
  id: string;
  lineId: string;
  orderId: string;
  number: number;
  attemptId: string | null;
  outcome: "chosen" | "waiting" | "none";
  reason: RouteReason;
  providerId: string | null;
  service: string | null;
  policyVersion: number;
  seed: number;
  request: JSONColumnType<RouteRequest>;
  candidates: JSONColumnType<ScoredCandidate[]>;
  decidedAt: Date;
}
