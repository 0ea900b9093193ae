import type { DeliverableKind, Locale, ProofLabel } from "@smplat/contracts/vocabulary";
import type { MetricSnapshot, SocialAccount } from "#modules/social-accounts";
import type { MissingCode } from "./proof-words.ts";

/** Followers gained since the baseline, and what of it ordinary growth leaves to explain. */
export interface ObservedChange {
  readonly observed: number;
  /** What the channel's usual growth would have brought; null without enough history. */
  readonly expectedOrganic: number | null;
  readonly lift: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Readings the statement rests on: history, baseline and latest. */
  readonly sampleSize: number;
}

/** Why a line has the label it has; every finding has words. */
export type Finding =
  | "not_started"
  | "working"
  | "awaiting_reading"
  | "canceled"
  | "platform_reported"
  | "above_usual"
  | "within_usual"
  | "below_usual"
  | "no_history"
  | "no_baseline"
  | "not_measured";

export interface Assessment {
  readonly label: ProofLabel;
  readonly finding: Finding;
  readonly change: ObservedChange | null;
}

/** What the aggregates of its product hold of a completed line, so that it can be taken out again exactly. */
export interface CountedLine {
  /** Delivered of ordered, in whole percent, 200 at most. */
  readonly fulfillment: number;
  /** Lift in tenths of a percent of the followers before; null when unknown. */
  readonly lift: number | null;
  readonly onTime: boolean;
  readonly label: ProofLabel;
  /** How much the line weighs against others: doubles every 90 days of completion time. */
  readonly weight: number;
}

export type ProofState = "awaiting" | "ready" | "delivering" | "completed" | "canceled";

/** The proof of one order line. */
export interface ProofLine {
  readonly lineId: string;
  readonly orderId: string;
  readonly productId: string;
  readonly accountId: string | null;
  readonly deliverableKind: DeliverableKind;
  readonly state: ProofState;
  readonly orderedUnits: number;
  readonly deliveredUnits: number;
  /** Business time until which the baseline may be read. */
  readonly deadlineAt: Date;
  readonly baselineSnapshotId: string | null;
  readonly baselineMissing: string | null;
  readonly latestSnapshotId: string | null;
  readonly startedAt: Date | null;
  readonly dueAt: Date | null;
  readonly completedAt: Date | null;
  /** Null until completed. */
  readonly onTime: boolean | null;
  readonly assessment: Assessment;
  readonly counted: CountedLine | null;
  readonly updatedAt: Date;
}

export type ReadingPhase = "baseline" | "during" | "after";

/** A reading that was due: taken, or missing for a reason. */
export interface ProofReading {
  readonly lineId: string;
  readonly phase: ReadingPhase;
  readonly dueAt: Date;
  readonly snapshotId: string | null;
  readonly missing: MissingCode | null;
}

/** The proof of a line as its buyer sees it, in one language. */
export interface LineProofView {
  readonly lineId: string;
  readonly productTitle: string;
  readonly account: SocialAccount | null;
  readonly measured: boolean;
  readonly baseline: MetricSnapshot | null;
  readonly baselineMissing: string | null;
  readonly latest: MetricSnapshot | null;
  readonly readings: readonly MetricSnapshot[];
  readonly missing: readonly { readonly at: Date; readonly reason: string }[];
  readonly change: ObservedChange | null;
  readonly label: ProofLabel;
  readonly explanation: string;
  readonly fulfillment: {
    readonly ordered: number;
    readonly delivered: number;
    readonly unit: string;
    readonly percent: number | null;
  };
}

export interface OrderProof {
  readonly orderId: string;
  /** Business time. */
  readonly computedAt: Date;
  readonly locale: Locale;
  readonly lines: readonly LineProofView[];
}

interface Spread {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

/** Delivery numbers of a product over its completed lines, failures included. Null parts are hidden: too few lines. */
export interface ProofMetrics {
  readonly productId: string;
  readonly sampleSize: number;
  readonly minimumSample: number;
  /** Delivered of ordered in percent: median and middle half. */
  readonly fulfillmentPercent: Spread | null;
  /** Followers above usual growth, in percent of the followers before: median and middle half. */
  readonly lift: (Spread & { readonly sampleSize: number }) | null;
  readonly onTimePercent: number | null;
  readonly labels: Readonly<Record<ProofLabel, number>>;
  readonly computedAt: Date | null;
}
