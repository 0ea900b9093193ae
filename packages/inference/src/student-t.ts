import { betaQuantile } from "./beta-quantile.ts";
import { betaCdf } from "./incomplete-beta.ts";

/** Chance that Student's t with `df` degrees of freedom is at most `t` (Abramowitz and Stegun 26.7.1 with 26.5.27). */
export function studentTCdf(t: number, df: number): number {
  if (!(df > 0) || Number.isNaN(t)) return Number.NaN;
  const beyond = 0.5 * betaCdf(df / (df + t * t), df / 2, 0.5);
  return t > 0 ? 1 - beyond : beyond;
}

/** The t below which Student's t with `df` degrees of freedom falls with chance `p`. NaN outside. */
export function studentTQuantile(p: number, df: number): number {
  if (!(df > 0) || !(p >= 0 && p <= 1)) return Number.NaN;
  if (p === 0.5) return 0;
  if (p > 0.5) return -studentTQuantile(1 - p, df);
  // t² / (df + t²) is Beta(½, df/2): solving for it keeps the digits of large t in the other half.
  const rest = betaQuantile(2 * p, df / 2, 0.5);
  return -Math.sqrt((df * (1 - rest)) / rest);
}
