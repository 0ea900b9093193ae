import type { DeliverableKind } from "@smplat/contracts/vocabulary";
import { driftCounterfactual, type Increment } from "@smplat/inference";
import { days, hours } from "#kernel/clock";
import type { Assessment, Finding, ObservedChange, ProofState } from "./proof.ts";

/** What the evaluation needs of a reading. */
export interface Measured {
  readonly takenAt: Date;
  readonly followers: number | null;
  /** Possible error of the count: it may be this much higher. */
  readonly precision: { readonly step: number };
}

export interface ProofFacts {
  readonly state: ProofState;
  readonly deliverableKind: DeliverableKind;
  readonly deliveredUnits: number;
  readonly completedAt: Date | null;
  /** Whether the channel can be read at all. */
  readonly measurable: boolean;
  readonly baseline: Measured | null;
  readonly baselineMissing: boolean;
  readonly latest: Measured | null;
  /** Readings before the baseline, oldest first. */
  readonly history: readonly Measured[];
}

/** Readings closer together than this say more about rounding and the hour of the day than about growth. */
const spacingMs = hours(6);

/**
 * What may be said about a line: observed change, what usual growth leaves of it, and a label that never claims a
 * cause. Pure.
 */
export function evaluateProof(facts: ProofFacts): Assessment {
  const change = changeOf(facts);
  const finding = findingOf(facts, change);
  return { label: labels[finding], finding, change };
}

const labels: Readonly<Record<Finding, Assessment["label"]>> = {
  not_started: "not_yet_known",
  working: "not_yet_known",
  awaiting_reading: "not_yet_known",
  canceled: "not_yet_known",
  platform_reported: "attributed",
  above_usual: "consistent_with",
  within_usual: "inconclusive",
  below_usual: "contradicts",
  no_history: "inconclusive",
  no_baseline: "inconclusive",
  not_measured: "inconclusive",
};

function findingOf(facts: ProofFacts, change: ObservedChange | null): Finding {
  if (facts.state === "canceled") return "canceled";
  if (facts.state === "awaiting" || facts.state === "ready") return "not_started";
  if (facts.state === "delivering") return "working";
  // The platform itself counts the results of an ad: the only case in which a result can be assigned to the work.
  if (facts.deliverableKind === "reported_ad_result" && facts.deliveredUnits > 0) return "platform_reported";
  if (!facts.measurable) return "not_measured";
  if (facts.baseline === null) return facts.baselineMissing ? "no_baseline" : "awaiting_reading";
  const { completedAt, latest } = facts;
  if (change === null || latest === null || completedAt === null || latest.takenAt < completedAt) {
    return "awaiting_reading";
  }
  if (change.low === null || change.high === null) return "no_history";
  if (change.low > 0) return "above_usual";
  return change.high < 0 ? "below_usual" : "within_usual";
}

function changeOf({ baseline, latest, history }: ProofFacts): ObservedChange | null {
  if (baseline?.followers == null || latest?.followers == null || latest.takenAt <= baseline.takenAt) return null;
  const observed = latest.followers - baseline.followers;
  const past = spaced([...history, baseline]);
  const horizon = (latest.takenAt.getTime() - baseline.takenAt.getTime()) / days(1);
  const increments = incrementsOf(past);
  const estimate = driftCounterfactual(increments, { gain: observed, horizon });
  if (estimate === null) {
    return { observed, expectedOrganic: null, lift: null, low: null, high: null, sampleSize: 2, model: null };
  }
  // A count rounded down may be a step higher: at the end that adds to the gain, at the start it takes away. The drift
  // itself may be off by a step over the whole history.
  const historyDays = (baseline.takenAt.getTime() - (past[0] ?? baseline).takenAt.getTime()) / days(1);
  const driftError = (horizon / historyDays) * Math.max(...past.map((reading) => reading.precision.step));
  return {
    observed,
    expectedOrganic: tenth(estimate.expected),
    lift: tenth(estimate.lift),
    low: tenth(estimate.low - baseline.precision.step - driftError),
    high: tenth(estimate.high + latest.precision.step + driftError),
    sampleSize: past.length + 1,
    model: {
      increments: increments.length,
      historyDays,
      meanPerDay: estimate.mean,
      sdPerDay: estimate.sd,
      horizonDays: horizon,
      quantile: estimate.quantile,
      forecastSd: estimate.forecastSd,
      stepBefore: baseline.precision.step,
      stepAfter: latest.precision.step,
      driftError,
    },
  };
}

/** Thins readings out from the newest backwards, so that each is at least the spacing before the next. */
function spaced(readings: readonly Measured[]): Measured[] {
  const kept: Measured[] = [];
  for (const reading of readings.toReversed()) {
    const next = kept.at(-1);
    if (reading.followers === null) continue;
    if (next === undefined || next.takenAt.getTime() - reading.takenAt.getTime() >= spacingMs) kept.push(reading);
  }
  return kept.reverse();
}

/** What a channel gained between two readings of its history, in days. */
export interface HistoryStretch {
  readonly from: Date;
  readonly to: Date;
  readonly gain: number;
  readonly days: number;
}

/** The stretches of history a change is held against, as they enter the calculation. */
export function stretchesOf(history: readonly Measured[], baseline: Measured): HistoryStretch[] {
  const past = spaced([...history, baseline]);
  return incrementsOf(past).map(({ gain, duration }, index) => ({
    from: past[index]?.takenAt ?? baseline.takenAt,
    to: past[index + 1]?.takenAt ?? baseline.takenAt,
    gain,
    days: duration,
  }));
}

function incrementsOf(readings: readonly Measured[]): Increment[] {
  return readings.slice(1).map((reading, index) => {
    const before = readings[index] ?? reading;
    return {
      gain: (reading.followers ?? 0) - (before.followers ?? 0),
      duration: (reading.takenAt.getTime() - before.takenAt.getTime()) / days(1),
    };
  });
}

const tenth = (value: number): number => Math.round(value * 10) / 10;
