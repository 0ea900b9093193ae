/** A function that never falls, with its slope. */
export interface Increasing {
  readonly value: (x: number) => number;
  readonly slope: (x: number) => number;
}

const stepsMax = 200;

/**
 * Where an increasing function reaches `target`, inside [low, high]: Newton's steps, halving the bracket whenever one
 * would leave it.
 */
export function solveIncreasing(curve: Increasing, target: number, low: number, high: number, guess: number): number {
  let from = low;
  let to = high;
  let x = guess > low && guess < high ? guess : (low + high) / 2;
  for (let step = 0; step < stepsMax; step += 1) {
    const miss = curve.value(x) - target;
    if (miss === 0) return x;
    if (miss > 0) to = x;
    else from = x;
    const slope = curve.slope(x);
    const newton = slope > 0 ? x - miss / slope : Number.NaN;
    const next = newton > from && newton < to ? newton : (from + to) / 2;
    if (Math.abs(next - x) <= 1e-15 * Math.max(Math.abs(next), Number.MIN_VALUE) || next === from || next === to)
      return next;
    x = next;
  }
  return x;
}
