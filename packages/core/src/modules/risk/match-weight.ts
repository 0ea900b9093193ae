/**
 * How often a thing is seen: `m` among those it is true of, `u` among all others. Both lie strictly between 0 and 1.
 * Fellegi and Sunter, "A theory for record linkage", JASA 64 (1969).
 */
export interface Likelihood {
  readonly m: number;
  readonly u: number;
}

/** Bits of evidence when the thing is seen: log2(m / u). */
export const agreeBits = ({ m, u }: Likelihood): number => Math.log2(m / u);

/** Bits of evidence when it is not: log2((1 - m) / (1 - u)). */
export const disagreeBits = ({ m, u }: Likelihood): number => Math.log2((1 - m) / (1 - u));

/** A probability as bits of odds: log2(p / (1 - p)). */
export const oddsBits = (probability: number): number => Math.log2(probability / (1 - probability));

/** Bits of odds as a probability: 1 / (1 + 2^-bits). */
export const posteriorOf = (bits: number): number => 1 / (1 + 2 ** -bits);
