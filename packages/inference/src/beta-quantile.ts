import { betaCdf, betaDensity } from "./incomplete-beta.ts";
import { solveIncreasing } from "./solve-increasing.ts";

/** The x below which a Beta(a, b) variable falls with chance `p`. NaN outside a, b > 0 and 0 ≤ p ≤ 1. */
export function betaQuantile(p: number, a: number, b: number): number {
  if (!(a > 0) || !(b > 0) || !(p >= 0 && p <= 1)) return Number.NaN;
  if (p === 0 || p === 1) return p;
  const curve = { value: (x: number) => betaCdf(x, a, b), slope: (x: number) => betaDensity(x, a, b) };
  return solveIncreasing(curve, p, 0, 1, a / (a + b));
}
