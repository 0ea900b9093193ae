import { checkLevel } from "./interval.ts";
import { studentTQuantile } from "./student-t.ts";

/** What was gained over a stretch of time. */
export interface Increment {
  readonly gain: number;
  /** In the unit of the horizon, e.g. days. */
  readonly duration: number;
}

/** What would have been gained anyway, and what was gained beyond it. */
export interface DriftCounterfactual {
  /** Usual gain per unit of time. */
  readonly mean: number;
  /** Standard deviation of the gain of one unit of time. */
  readonly sd: number;
  /** Usual gain over the horizon. */
  readonly expected: number;
  /** Standard deviation of the forecast over the horizon. */
  readonly forecastSd: number;
  /** Student's t of the interval. */
  readonly quantile: number;
  /** Observed minus expected. */
  readonly lift: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Random walk with drift. From past increments xᵢ over durations hᵢ (H in sum): μ = Σxᵢ/H, s² = Σ((xᵢ − μhᵢ)²/hᵢ)/(n−1);
 * over a horizon h ordinary growth is expected to bring hμ, with forecast deviation s·√(h(1 + h/H)), and
 * lift = observed − hμ ± t₍ₙ₋₁₎·deviation. With durations of one this is the textbook forecast with
 * √(h(1 + h/n)).
 *
 * @param options.minimumIncrements refuses to estimate from fewer (3 when absent, never below 2)
 * @returns null when there are too few increments or a duration is not positive
 */
export function driftCounterfactual(
  increments: readonly Increment[],
  observed: { readonly gain: number; readonly horizon: number },
  options: { readonly level?: number; readonly minimumIncrements?: number } = {},
): DriftCounterfactual | null {
  const level = options.level ?? 0.95;
  checkLevel(level);
  const count = increments.length;
  if (count < Math.max(2, options.minimumIncrements ?? 3) || !(observed.horizon > 0)) return null;
  if (increments.some((increment) => !(increment.duration > 0))) return null;
  const elapsed = increments.reduce((sum, increment) => sum + increment.duration, 0);
  const mean = increments.reduce((sum, increment) => sum + increment.gain, 0) / elapsed;
  const squares = increments.reduce((sum, { gain, duration }) => sum + (gain - mean * duration) ** 2 / duration, 0);
  const sd = Math.sqrt(squares / (count - 1));
  const { gain, horizon } = observed;
  const expected = mean * horizon;
  const forecastSd = sd * Math.sqrt(horizon * (1 + horizon / elapsed));
  const quantile = -studentTQuantile((1 - level) / 2, count - 1);
  const half = quantile * forecastSd;
  const lift = gain - expected;
  return { mean, sd, expected, forecastSd, quantile, lift, low: lift - half, high: lift + half };
}
