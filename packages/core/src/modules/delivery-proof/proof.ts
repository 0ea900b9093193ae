import type { DeliverableKind, Locale, ProofLabel } from "@smplat/contracts/vocabulary";
import type { MetricSnapshot, SocialAccount } from "#modules/social-accounts";
import type { ForecastPoint } from "./forecast-drift.ts";
import type { MissingCode } from "./proof-words.ts";

/** What the interval of a change was worked out from; the arithmetic can be redone with these numbers. Per day. */
export interface DriftModel {
  /** Stretches of history before the start, and the days they cover. */
  readonly increments: number;
  readonly historyDays: number;
  readonly meanPerDay: number;
  readonly sdPerDay: number;
  /** Days from the baseline to the latest reading. */
  readonly horizonDays: number;
  /** Student's t for 95 % with one less than the increments. */
  readonly quantile: number;
  /** Standard deviation of the forecast. */
  readonly forecastSd: number;
  /** Possible error of the counts: of the baseline, of the latest, and what the history's adds over the horizon. */
  readonly stepBefore: number;
  readonly stepAfter: number;
  readonly driftError: number;
}

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
  /** Null without enough history. */
  readonly model: DriftModel | null;
}

/** What a baseline rests on: readings of the days before the start, six hours apart or more, and the hours they span. */
export interface BaselineStrength {
  readonly readings: number;
  readonly spanHours: number;
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
  /** Null without a baseline. */
  readonly baselineStrength: BaselineStrength | null;
  readonly latestSnapshotId: string | null;
  /** Whether a person vouched for the baseline or the latest reading. */
  readonly attested: boolean;
  readonly startedAt: Date | null;
  readonly dueAt: Date | null;
  readonly completedAt: Date | null;
  /** Null until completed. */
  readonly onTime: boolean | null;
  readonly assessment: Assessment;
  readonly counted: CountedLine | null;
  readonly updatedAt: Date;
}

export type ReadingPhase = "baseline" | "during" | "after" | "asked";

/** A reading that was due: taken, or missing for a reason. */
export interface ProofReading {
  readonly lineId: string;
  readonly phase: ReadingPhase;
  readonly dueAt: Date;
  readonly snapshotId: string | null;
  readonly missing: MissingCode | null;
  /** How long the platform took to answer; null where nothing was asked. */
  readonly latencyMs: number | null;
  readonly tries: number;
  /** Who asked for it beyond the schedule, and why. */
  readonly askedBy: string | null;
  readonly reason: string | null;
}

/** A reading to come. */
export interface DueReading {
  readonly lineId: string;
  readonly phase: Exclude<ReadingPhase, "baseline">;
  readonly step: number;
  /** When the schedule wants it. Business time, as are all of these. */
  readonly dueAt: Date;
  /** When it is tried next: later than due after a failed try. */
  readonly nextAt: Date;
  readonly attempt: number;
  /** Business milliseconds since the last reading. */
  readonly intervalMs: number;
  readonly askedBy: string | null;
  readonly reason: string | null;
}

/** The proof of a line as its buyer sees it, in one language. */
export interface LineProofView {
  readonly lineId: string;
  readonly productTitle: string;
  readonly account: SocialAccount | null;
  readonly measured: boolean;
  readonly baseline: MetricSnapshot | null;
  readonly baselineMissing: string | null;
  readonly baselineStrength: BaselineStrength | null;
  /** A baseline of fewer than three readings, or of less than a day. */
  readonly weakBaseline: boolean;
  readonly attested: boolean;
  /** When the work ran; null before. Business time. */
  readonly startedAt: Date | null;
  readonly completedAt: Date | null;
  readonly latest: MetricSnapshot | null;
  readonly readings: readonly MetricSnapshot[];
  readonly missing: readonly { readonly at: Date; readonly reason: string }[];
  readonly change: ObservedChange | null;
  /** Where usual growth would have led, over time; empty without enough history. */
  readonly forecast: readonly ForecastPoint[];
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
