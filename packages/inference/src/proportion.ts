import { betaQuantile } from "./beta-quantile.ts";
import { checkLevel, type Interval } from "./interval.ts";
import { normalQuantile } from "./normal.ts";

function checkCounts(successes: number, trials: number): void {
  const whole = Number.isSafeInteger(successes) && Number.isSafeInteger(trials);
  if (!whole || trials < 1 || successes < 0 || successes > trials) {
    throw new RangeError("a proportion needs 0 ≤ successes ≤ trials and at least one trial");
  }
}

/**
 * Wilson's score interval for a proportion (Wilson 1927): keeps its promise on average also for few trials, never
 * leaves [0, 1]. Throws RangeError for impossible counts.
 */
export function wilsonInterval(successes: number, trials: number, level = 0.95): Interval {
  checkCounts(successes, trials);
  checkLevel(level);
  const z = -normalQuantile((1 - level) / 2);
  const share = successes / trials;
  const denominator = 1 + (z * z) / trials;
  const center = (share + (z * z) / (2 * trials)) / denominator;
  const half = (z / denominator) * Math.sqrt((share * (1 - share)) / trials + (z * z) / (4 * trials * trials));
  return {
    low: successes === 0 ? 0 : Math.max(0, center - half),
    high: successes === trials ? 1 : Math.min(1, center + half),
  };
}

/** Equal-tailed interval of Beta(successes + ½, failures + ½), the Jeffreys posterior. */
export function jeffreysInterval(successes: number, trials: number, level = 0.95): Interval {
  checkCounts(successes, trials);
  checkLevel(level);
  const a = successes + 0.5;
  const b = trials - successes + 0.5;
  return { low: betaQuantile((1 - level) / 2, a, b), high: betaQuantile((1 + level) / 2, a, b) };
}
