import type { Reading } from "../chart/index.ts";

/** What the interval says: above what was expected, not told apart from it, or below. */
export type IntervalTone = "lift" | "inconclusive" | "short";

/** Where a value would be by itself at a moment, and the range that is left open. */
export interface ForecastPoint {
  atMs: number;
  expected: number;
  low: number;
  high: number;
}

export interface IntervalChartProps {
  /** What the chart is about. */
  title: string;
  /** What it says, in a sentence; the text twin of the picture. */
  description: string;
  tone: IntervalTone;
  /** In order of time. A value of null is a reading that could not be taken: drawn as a gap. */
  readings: readonly Reading[];
  /** The value before; leave it out while it is not known. Rounded down, it may be up to `step` higher. */
  baseline?: { value: number; label: string; step?: number; stepLabel?: string } | undefined;
  /** Where the value would have drifted by itself, from the first reading to the last. */
  expected?: { start: number; end: number; label: string } | undefined;
  /** The range around where the value would have drifted, in order of time; drawn instead of the straight line. */
  forecast?: { points: readonly ForecastPoint[]; label: string } | undefined;
  /** When the work ran, shaded; up to the last reading while it runs. */
  period?: { startMs: number; endMs: number | null; label: string } | undefined;
  /** The value now and, once there is enough to say so, its interval. */
  now?:
    | { value: number; label: string; interval?: { low: number; high: number; label: string } | undefined }
    | undefined;
  /** Moments worth a line: an order, a delivery. */
  marks?: readonly { atMs: number; label: string }[] | undefined;
  locale: string;
  timeZone?: string | undefined;
  number?: Intl.NumberFormatOptions | undefined;
  /** In px. */
  height?: number;
  words: {
    reading: string;
    /** For a reading that could not be taken. */
    missing: string;
    time: string;
    /** The switch that shows the numbers. */
    showTable: string;
  };
}
