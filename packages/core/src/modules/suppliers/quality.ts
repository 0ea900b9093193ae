import { betaQuantile, type Interval, studentTQuantile } from "@smplat/inference";

/**
 * What is counted about a supplier's work, per service and platform. Shares lie between 0 and 1; `start-hours` and
 * `work-hours` are natural logarithms of business hours.
 *
 * `submit`: a submit was taken. `success`: the line ended fulfilled. `on-time`: the delivered share, 0 when late.
 * `fulfilled`: the delivered share. `mismatch`: the supplier said complete, the evidence did not. `refill`: a completed
 * line needed a make-good. `start-hours`: from the acceptance to the first progress. `work-hours`: to the completion.
 */
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
export type QualityMetric = (typeof qualityMetrics)[number];

/** Of every older outcome this share is kept at each new one: about the last 500 speak. */
export const discount = 0.998;

/** Fewer outcomes than this say nothing that may be shown. */
export const observationsToSpeak = 20;

/** Discounted sums of one metric. */
export interface Tally {
  readonly sum: number;
  readonly squares: number;
  readonly weight: number;
  readonly observations: number;
}

export const emptyTally: Tally = { sum: 0, squares: 0, weight: 0, observations: 0 };

/** A Beta distribution of a share. */
export interface BetaBelief {
  readonly a: number;
  readonly b: number;
}

/** A figure with its uncertainty, or the honest absence of one. */
export type Estimate =
  | { readonly known: true; readonly value: number; readonly interval: Interval; readonly observations: number }
  | { readonly known: false; readonly observations: number };

/** Suppliers at large deliver 19 of 20: neither saints nor villains, and soon outweighed. */
export const population: BetaBelief = { a: 19, b: 1 };
const priorStrength = population.a + population.b;

/** The sum of several tallies, as of a supplier over its services. */
export const addTallies = (tallies: readonly Tally[]): Tally =>
  tallies.reduce(
    (total, tally) => ({
      sum: total.sum + tally.sum,
      squares: total.squares + tally.squares,
      weight: total.weight + tally.weight,
      observations: total.observations + tally.observations,
    }),
    emptyTally,
  );

/**
 * What to believe of one cell: the supplier's other cells, themselves drawn towards suppliers at large, count as much
 * as twenty outcomes of its own. Empirical-Bayes shrinkage with a fixed weight.
 */
export function believe(cell: Tally, siblings: Tally, prior: BetaBelief = population): BetaBelief {
  const mean = (prior.a + siblings.sum) / (prior.a + prior.b + siblings.weight);
  return { a: priorStrength * mean + cell.sum, b: priorStrength * (1 - mean) + Math.max(0, cell.weight - cell.sum) };
}

export const meanOf = (belief: BetaBelief): number => belief.a / (belief.a + belief.b);

/**
 * A share with its 95 % interval, Jeffreys' Beta(s + ½, n − s + ½) over the discounted sums; not known below twenty
 * outcomes. No prior but Jeffreys' enters what is shown.
 */
export function estimateShare(tally: Tally, level = 0.95): Estimate {
  if (tally.observations < observationsToSpeak) return { known: false, observations: tally.observations };
  const a = tally.sum + 0.5;
  const b = Math.max(0, tally.weight - tally.sum) + 0.5;
  const interval = { low: betaQuantile((1 - level) / 2, a, b), high: betaQuantile((1 + level) / 2, a, b) };
  return { known: true, value: tally.sum / tally.weight, interval, observations: tally.observations };
}

/** Median hours of a log-normal time with the 95 % t interval of its logarithm's mean; not known below twenty. */
export function estimateHours(tally: Tally, level = 0.95): Estimate {
  if (tally.observations < observationsToSpeak) return { known: false, observations: tally.observations };
  const mean = tally.sum / tally.weight;
  const variance = Math.max(0, tally.squares / tally.weight - mean * mean) * (tally.weight / (tally.weight - 1));
  const half = studentTQuantile((1 + level) / 2, tally.weight - 1) * Math.sqrt(variance / tally.weight);
  return {
    known: true,
    value: Math.exp(mean),
    interval: { low: Math.exp(mean - half), high: Math.exp(mean + half) },
    observations: tally.observations,
  };
}

/** The shares whose weighted geometric mean is the score; a mismatch costs most, for it costs trust. */
const scoreWeights = { success: 3, "on-time": 2, submit: 1, fulfilled: 1, mismatch: 4, refill: 1 } as const;

/**
 * One figure per supplier, 0 to 100: the weighted geometric mean of its shares (of mismatches and refills their
 * complement), with the same mean of the parts' interval ends, which is wider than the mean's own interval. Not known
 * while success is not.
 */
export function scoreOf(shares: Readonly<Partial<Record<QualityMetric, Estimate>>>): Estimate {
  const success = shares.success;
  if (success === undefined || !success.known) return { known: false, observations: success?.observations ?? 0 };
  const parts = (Object.keys(scoreWeights) as (keyof typeof scoreWeights)[]).flatMap((metric) => {
    const share = shares[metric];
    if (share === undefined || !share.known) return [];
    const turned = metric === "mismatch" || metric === "refill";
    const { low, high } = share.interval;
    return [
      {
        weight: scoreWeights[metric],
        value: turned ? 1 - share.value : share.value,
        low: turned ? 1 - high : low,
        high: turned ? 1 - low : high,
      },
    ];
  });
  const mean = (pick: (part: (typeof parts)[number]) => number) => {
    const total = parts.reduce((sum, part) => sum + part.weight, 0);
    return 100 * Math.exp(parts.reduce((sum, part) => sum + (part.weight / total) * Math.log(pick(part)), 0));
  };
  return {
    known: true,
    value: mean((part) => part.value),
    interval: { low: mean((part) => part.low), high: mean((part) => part.high) },
    observations: success.observations,
  };
}
