import type { DeliverableKind, ProofLabel } from "@smplat/contracts/vocabulary";
import type { JSONColumnType } from "kysely";
import type { CountedLine, Finding, ObservedChange, ProofState, ReadingPhase } from "./proof.ts";
import type { MissingCode } from "./proof-words.ts";

export interface ProofTables {
  proofLines: ProofLineRow;
  proofReadings: ProofReadingRow;
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
  latestSnapshotId: string | null;
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
}

export interface ProofHistogramRow {
  productId: string;
  measure: "fulfillment" | "lift";
  value: number;
  lines: number;
  weight: number;
}
