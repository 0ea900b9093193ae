/** Bernoulli terms of Stirling's series, B₂ₖ / (2k (2k−1)). */
const stirling = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360_360, 1 / 156];
const halfLogTwoPi = 0.5 * Math.log(2 * Math.PI);

/**
 * Natural logarithm of Γ(x) for x > 0, to about 15 digits: Stirling's series after shifting the argument to 15 or more
 * (Abramowitz and Stegun 6.1.15, 6.1.41).
 */
export function logGamma(x: number): number {
  if (!(x > 0)) return Number.NaN;
  let shifted = x;
  let product = 1;
  while (shifted < 15) {
    product *= shifted;
    shifted += 1;
  }
  let term = 1 / shifted;
  let series = 0;
  for (const coefficient of stirling) {
    series += coefficient * term;
    term /= shifted * shifted;
  }
  return (shifted - 0.5) * Math.log(shifted) - shifted + halfLogTwoPi + series - Math.log(product);
}
