import type { LineProof } from "@smplat/contracts";

/** The two readings every change is made of: the one before the work and the latest. */
const endpoints = 2;

interface ReadingCounts {
  /** Readings taken for the line, those that failed left out. */
  readonly taken: number;
  /**
   * What the change rests on, null while there is none: all its readings, and how many of them are from the channel's
   * time before the baseline. Those between baseline and latest say how it went and enter no calculation.
   */
  readonly used: { readonly count: number; readonly earlier: number } | null;
}

/** How many readings there are of a line, and how many of them a number was made from. */
export function countReadings(
  readings: readonly { readonly followers: number | null }[],
  change: Pick<NonNullable<LineProof["change"]>, "sampleSize"> | null,
): ReadingCounts {
  return {
    taken: readings.filter(({ followers }) => followers !== null).length,
    used: change === null ? null : { count: change.sampleSize, earlier: change.sampleSize - endpoints },
  };
}
