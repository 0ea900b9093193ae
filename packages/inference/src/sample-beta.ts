import type { SeededRandom } from "./seeded-random.ts";

/**
 * A draw from Gamma(shape, 1) by Marsaglia and Tsang (2000); shapes below 1 by the boost U^(1/shape) of a draw one
 * above.
 */
export function sampleGamma(random: SeededRandom, shape: number): number {
  if (!(shape > 0) || !Number.isFinite(shape)) return Number.NaN;
  if (shape < 1) return sampleGamma(random, shape + 1) * (1 - random.uniform()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = random.normal();
    const v = (1 + c * x) ** 3;
    if (v <= 0) continue;
    const u = 1 - random.uniform();
    if (Math.log(u) < (x * x) / 2 + d * (1 - v + Math.log(v))) return d * v;
  }
}

/** A draw from Beta(a, b): of two gamma draws the first one's share. NaN outside a, b > 0. */
export function sampleBeta(random: SeededRandom, a: number, b: number): number {
  const x = sampleGamma(random, a);
  return x / (x + sampleGamma(random, b));
}
