import type {
  Currency,
  RiskDecision,
  RiskList,
  RiskListKind,
  RiskReviewState,
  RiskRule,
} from "@smplat/contracts/vocabulary";
import type { JSONColumnType } from "kysely";
import type { ActorRecord } from "#kernel/actor";
import type { Contribution } from "./assessment.ts";
import type { KeyKind, OutcomeKind } from "./history.ts";
import type { RefusedProduct } from "./refusal.ts";

export interface RiskTables {
  riskAttempts: RiskAttemptRow;
  riskSightings: RiskSightingRow;
  riskOutcomes: RiskOutcomeRow;
  riskAssessments: RiskAssessmentRow;
  riskRefusals: RiskRefusalRow;
  riskListEntries: RiskListEntryRow;
  riskSettings: { isTheRow: boolean; enforcementPercent: number; version: number };
  riskAudit: RiskAuditRow;
}

export interface RiskAttemptRow {
  cartId: string;
  paymentMethodId: string;
  at: Date;
  person: string;
  kinds: KeyKind[];
  keys: string[];
}

export interface RiskSightingRow {
  kind: KeyKind;
  key: string;
  at: Date;
  person: string;
}

export interface RiskOutcomeRow extends RiskSightingRow {
  what: OutcomeKind;
  source: string;
}

export interface RiskAssessmentRow {
  id: string;
  cartId: string;
  ownerId: string;
  orderId: string | null;
  at: Date;
  decision: RiskDecision;
  enforced: boolean;
  rule: RiskRule | null;
  posterior: number;
  contributions: JSONColumnType<Contribution[]>;
  kinds: KeyKind[];
  keys: string[];
  network: string | null;
  review: RiskReviewState;
  version: number;
}

export interface RiskRefusalRow {
  assessmentId: string;
  reference: string;
  at: Date;
  email: string;
  totalMinor: number;
  currency: Currency;
  products: JSONColumnType<readonly RefusedProduct[]>;
}

export interface RiskListEntryRow {
  id: string;
  list: RiskList;
  kind: RiskListKind;
  key: string | null;
  network: string | null;
  note: string;
  actor: JSONColumnType<ActorRecord>;
  createdAt: Date;
  expiresAt: Date | null;
  removedAt: Date | null;
}

export interface RiskAuditRow {
  id: string;
  at: Date;
  actor: JSONColumnType<ActorRecord>;
  action: string;
  subjectId: string;
  reason: string | null;
  metadata: JSONColumnType<Record<string, unknown>>;
}
