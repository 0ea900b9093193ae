import { type LinearScale, linearScale, roundTicks, type Stretch, stretches } from "../chart/index.ts";
import type { IntervalChartProps } from "./interval-chart-props.ts";

/** The width of the plot in its own units; the browser stretches it to the room there is. */
export const plotWidth = 1000;

/** Room in px for the figure over the whisker and for dots at the edge. */
const headroomPx = 30;
const footroomPx = 14;

export interface IntervalGeometry {
  height: number;
  x: LinearScale;
  y: LinearScale;
  ticks: readonly number[];
  parts: readonly Stretch[];
  startMs: number;
  endMs: number;
  /** The word for the baseline goes to the side of its line where the readings are not. */
  baselineWordBelow: boolean;
}

/** Places everything the chart draws. Time runs over the plot's units, values over px. */
export function intervalGeometry(props: IntervalChartProps): IntervalGeometry {
  const { readings, baseline, expected, now, marks = [], height = 200 } = props;
  const taken = readings.flatMap((reading) => (reading.value === null ? [] : [reading.value]));
  const values = [
    ...taken,
    ...(baseline ? [baseline.value] : []),
    ...(expected ? [expected.start, expected.end] : []),
    ...(now ? [now.value] : []),
    ...(now?.interval ? [now.interval.low, now.interval.high] : []),
  ];
  const low = values.length > 0 ? Math.min(...values) : 0;
  const high = values.length > 0 ? Math.max(...values) : 1;
  // A flat series keeps a visible scale around it instead of filling the height with nothing.
  const pad = high === low ? Math.max(1, Math.abs(high) * 0.02) : 0;
  const times = [...readings, ...marks].map(({ atMs }) => atMs);
  const startMs = times.length > 0 ? Math.min(...times) : 0;
  const endMs = times.length > 0 ? Math.max(...times) : 1;
  const early = taken.slice(0, Math.max(1, Math.ceil(taken.length / 3)));
  const earlyMean = early.reduce((sum, value) => sum + value, 0) / Math.max(1, early.length);
  return {
    height,
    x: linearScale([startMs, endMs], [0, plotWidth]),
    y: linearScale([low - pad, high + pad], [height - footroomPx, headroomPx]),
    ticks: roundTicks(low - pad, high + pad),
    parts: stretches(readings),
    startMs,
    endMs,
    baselineWordBelow: baseline === undefined || earlyMean >= baseline.value,
  };
}
