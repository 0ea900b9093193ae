/** An interval, both ends included. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Throws RangeError unless 0 < level < 1. */
export function checkLevel(level: number): void {
  if (!(level > 0 && level < 1)) throw new RangeError("a confidence level lies between 0 and 1");
}
