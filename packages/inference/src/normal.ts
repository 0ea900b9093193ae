import { solveIncreasing } from "./solve-increasing.ts";

const rootTwoPi = Math.sqrt(2 * Math.PI);

/** Density of the standard normal distribution. */
export const normalDensity = (z: number): number => Math.exp(-0.5 * z * z) / rootTwoPi;

/**
 * Chance that a standard normal variable is at most `z`, to about 15 digits relative in the lower tail: the power
 * series of Abramowitz and Stegun 26.2.11 near zero, the continued fraction 26.2.14 beyond.
 */
export function normalCdf(z: number): number {
  if (Number.isNaN(z)) return Number.NaN;
  const size = Math.abs(z);
  if (size < 3) {
    let term = z;
    let sum = z;
    for (let k = 1; Math.abs(term) > 1e-18 * Math.abs(sum) && k < 200; k += 1) {
      term *= (z * z) / (2 * k + 1);
      sum += term;
    }
    return 0.5 + sum * normalDensity(z);
  }
  const upper = normalDensity(size) / mills(size);
  return z > 0 ? 1 - upper : upper;
}

/** z + 1/(z + 2/(z + 3/(z + …))), from the far end. */
function mills(z: number): number {
  let fraction = z;
  for (let k = 200; k >= 1; k -= 1) fraction = z + k / fraction;
  return fraction;
}

/** The z below which a standard normal variable falls with chance `p`. ±∞ at 1 and 0, NaN outside. */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) return Number.NaN;
  if (p === 0) return Number.NEGATIVE_INFINITY;
  if (p === 1) return Number.POSITIVE_INFINITY;
  // The lower tail keeps its digits where 1 − p would lose them.
  if (p > 0.5) return -normalQuantile(1 - p);
  return solveIncreasing({ value: normalCdf, slope: normalDensity }, p, -39, 0.1, roughLower(p));
}

/** Abramowitz and Stegun 26.2.22, good to 0.003: only a place to start from. */
function roughLower(p: number): number {
  const t = Math.sqrt(-2 * Math.log(p));
  return -(t - (2.30753 + 0.27061 * t) / (1 + t * (0.99229 + 0.04481 * t)));
}
