import type { DeliverableKind, ProofLabel } from "@smplat/contracts/vocabulary";
import type { ColumnType, JSONColumnType } from "kysely";
import type { ShownMetrics } from "./evaluate-metrics.ts";
import type { BaselineStrength, CountedLine, Finding, ObservedChange, ProofState, ReadingPhase } from "./proof.ts";
import type { MissingCode } from "./proof-words.ts";

export interface ProofTables {
  proofLines: ProofLineRow;
  proofReadings: ProofReadingRow;
  proofDue: ProofDueRow;
  proofAggregates: ProofAggregateRow;
  proofHistogram: ProofHistogramRow;
}

export interface ProofLineRow {
  lineId: string;
  orderId: string;
  productId: string;
  accountId: string | null;
  deliverableKind: DeliverableKind;
  state: ProofState;
  orderedUnits: number;
  deliveredUnits: number;
  deadlineAt: Date;
  baselineSnapshotId: string | null;
  baselineMissing: string | null;
  baselineStrength: JSONColumnType<BaselineStrength> | null;
  latestSnapshotId: string | null;
  attested: boolean;
  startedAt: Date | null;
  dueAt: Date | null;
  completedAt: Date | null;
  onTime: boolean | null;
  label: ProofLabel;
  finding: Finding;
  change: JSONColumnType<ObservedChange> | null;
  counted: JSONColumnType<CountedLine> | null;
  updatedAt: Date;
}

export interface ProofReadingRow {
  lineId: string;
  phase: ReadingPhase;
  dueAt: Date;
  snapshotId: string | null;
  missing: MissingCode | null;
  latencyMs: number | null;
  tries: number;
  askedBy: string | null;
  reason: string | null;
}

export interface ProofDueRow {
  lineId: string;
  phase: Exclude<ReadingPhase, "baseline">;
  step: number;
  dueAt: Date;
  nextAt: Date;
  attempt: number;
  intervalMs: number;
  /** Wall time. */
  handedAt: Date | null;
  askedBy: string | null;
  reason: string | null;
}

export interface ProofAggregateRow {
  productId: string;
  lines: number;
  weight: number;
  onTimeWeight: number;
  attributed: number;
  consistentWith: number;
  inconclusive: number;
  contradicts: number;
  notYetKnown: number;
  computedAt: Date;
  shown: ColumnType<ShownMetrics, string | undefined, string>;
}

export interface ProofHistogramRow {
  productId: string;
  measure: "fulfillment" | "lift";
  value: number;
  lines: number;
  weight: number;
}
