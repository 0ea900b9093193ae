import { after, days } from "#kernel/clock";
import type { DriftModel } from "./proof.ts";

/** Where a channel would stand by its usual growth at a moment after the baseline, with its 95 % range. */
export interface ForecastPoint {
  readonly at: Date;
  readonly expected: number;
  readonly low: number;
  readonly high: number;
}

const pointCount = 12;

/**
 * The forecast the change is held against, from the baseline to the latest reading: the drift hμ and its deviation
 * s·√(h(1 + h/H)), widened by what rounded counts leave open. Outside this band at the end is what the label says.
 */
export function forecastDrift(
  model: DriftModel,
  baseline: { readonly takenAt: Date; readonly followers: number },
): ForecastPoint[] {
  const { horizonDays, historyDays, meanPerDay, sdPerDay, quantile, stepBefore, stepAfter, driftError } = model;
  return Array.from({ length: pointCount + 1 }, (_, index) => {
    const h = (horizonDays * index) / pointCount;
    const expected = baseline.followers + h * meanPerDay;
    const half = quantile * sdPerDay * Math.sqrt(h * (1 + h / historyDays));
    const error = (driftError * index) / pointCount;
    return {
      at: after(baseline.takenAt, h * days(1)),
      expected: Math.round(expected),
      low: Math.round(expected - half - error - stepAfter),
      high: Math.round(expected + half + error + stepBefore),
    };
  });
}
