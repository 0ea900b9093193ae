import type { ProofLabel } from "@smplat/contracts/vocabulary";
import { type WeightedValue, weightedQuantile } from "@smplat/inference";
import { days } from "#kernel/clock";
import type { CountedLine, ProofLine, ProofMetrics } from "./proof.ts";

/** Below this many completed lines a product's numbers are hidden. */
export const minimumSample = 20;

const halfLifeMs = days(90);
/** Any fixed moment: only ratios of weights count. */
const landmarkMs = Date.parse("2026-01-01T00:00:00Z");

/**
 * The weight of a line completed at `at`. Instead of letting old lines fade, new ones weigh more: the ratio of two
 * lines is the same at every moment, so what is stored never has to be touched again (forward decay).
 */
export const weightAt = (at: Date): number => 2 ** ((at.getTime() - landmarkMs) / halfLifeMs);

const percentMax = 200;
const liftMin = -1_000;
const liftMax = 10_000;
const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/** Labels that rest on no reading of the channel stand also where a person vouched for its numbers. */
const isPlain = (label: ProofLabel): boolean => label === "attributed" || label === "not_yet_known";

/** What a completed line adds to its product's numbers. Null while it is not completed. */
export function countLine(
  line: Pick<ProofLine, "orderedUnits" | "deliveredUnits" | "completedAt" | "onTime" | "assessment">,
  facts: { readonly baselineFollowers: number | null; readonly attested: boolean },
): CountedLine | null {
  if (line.completedAt === null || line.onTime === null) return null;
  const { change, label } = line.assessment;
  const lift = change?.lift ?? null;
  const before = facts.baselineFollowers ?? 0;
  return {
    // Rounded down: a line that is not whole is never counted as whole.
    fulfillment: clamp(Math.floor((100 * line.deliveredUnits) / line.orderedUnits), 0, percentMax),
    // Numbers a person vouched for are shown on the order and counted nowhere.
    lift:
      lift === null || before <= 0 || facts.attested
        ? null
        : clamp(Math.round((1_000 * lift) / before), liftMin, liftMax),
    onTime: line.onTime,
    label: facts.attested && !isPlain(label) ? "inconclusive" : label,
    weight: weightAt(line.completedAt),
  };
}

/** What one may show of a product: worked out from its sums whenever they change, and stored beside them. */
export type ShownMetrics = Pick<ProofMetrics, "fulfillmentPercent" | "lift" | "onTimePercent">;

/** A product's stored sums. */
export interface Sums {
  readonly lines: number;
  readonly weight: number;
  readonly onTimeWeight: number;
}

/** A product's numbers as they are read. */
export interface Aggregate {
  readonly productId: string;
  readonly lines: number;
  readonly labels: Readonly<Record<ProofLabel, number>>;
  readonly computedAt: Date;
  readonly shown: ShownMetrics;
}

/** How many lines fell on a value, and what they weigh. */
export interface Bucket {
  readonly measure: "fulfillment" | "lift";
  readonly value: number;
  readonly lines: number;
  readonly weight: number;
}

const noLabels: Readonly<Record<ProofLabel, number>> = {
  attributed: 0,
  consistent_with: 0,
  inconclusive: 0,
  contradicts: 0,
  not_yet_known: 0,
};

/** From stored sums to the numbers one may show: hidden below the minimum, lift by its own count. */
export function evaluateMetrics({ lines, weight, onTimeWeight }: Sums, buckets: readonly Bucket[]): ShownMetrics {
  const measured = buckets.filter((bucket) => bucket.measure === "lift");
  const liftLines = measured.reduce((sum, bucket) => sum + bucket.lines, 0);
  const lift = liftLines >= minimumSample ? { ...spread(measured, 10), sampleSize: liftLines } : null;
  if (lines < minimumSample) return { fulfillmentPercent: null, lift, onTimePercent: null };
  return {
    fulfillmentPercent: spread(
      buckets.filter((bucket) => bucket.measure === "fulfillment"),
      1,
    ),
    lift,
    onTimePercent: Math.round((1_000 * onTimeWeight) / weight) / 10,
  };
}

/** A product's numbers; those of a product nobody bought are all unknown. */
export function metricsOf(productId: string, aggregate: Aggregate | null): ProofMetrics {
  const { fulfillmentPercent, lift, onTimePercent } = aggregate?.shown ?? nothingShown;
  return {
    productId,
    sampleSize: aggregate?.lines ?? 0,
    minimumSample,
    ...{ fulfillmentPercent, lift, onTimePercent },
    labels: aggregate?.labels ?? noLabels,
    computedAt: aggregate?.computedAt ?? null,
  };
}

const nothingShown: ShownMetrics = { fulfillmentPercent: null, lift: null, onTimePercent: null };

function spread(buckets: readonly WeightedValue[], unit: number) {
  const at = (p: number) => weightedQuantile(buckets, p) / unit;
  return { median: at(0.5), low: at(0.25), high: at(0.75) };
}
