import { type LinearScale, linearScale, roundTicks, type Stretch, stretches } from "../chart/index.ts";
import type { IntervalChartProps } from "./interval-chart-props.ts";

/** The width of the plot in its own units; the browser stretches it to the room there is. */
export const plotWidth = 1000;

/** Room in px for the words over the plot, for the figure at the whisker's end and for dots at the edge. */
const headroomPx = 32;
const footroomPx = { lift: 12, inconclusive: 12, short: 28 } as const;

/** Figures on the axis closer than this, in px, would run into each other. */
const tickDistancePx = 15;

export interface IntervalGeometry {
  height: number;
  x: LinearScale;
  y: LinearScale;
  ticks: readonly number[];
  parts: readonly Stretch[];
  startMs: number;
  endMs: number;
}

/** Places everything the chart draws. Time runs over the plot's units, values over px. */
export function intervalGeometry(props: IntervalChartProps): IntervalGeometry {
  const { readings, baseline, expected, forecast, period, now, marks = [], height = 200, tone } = props;
  const points = forecast?.points ?? [];
  const taken = readings.flatMap((reading) => (reading.value === null ? [] : [reading.value]));
  const values = [
    ...taken,
    ...(baseline ? [baseline.value, baseline.value + (baseline.step ?? 0)] : []),
    ...points.flatMap((point) => [point.low, point.high]),
    ...(expected ? [expected.start, expected.end] : []),
    ...(now ? [now.value] : []),
    ...(now?.interval ? [now.interval.low, now.interval.high] : []),
  ];
  const low = values.length > 0 ? Math.min(...values) : 0;
  const high = values.length > 0 ? Math.max(...values) : 1;
  // A flat series keeps a visible scale around it instead of filling the height with nothing.
  const pad = high === low ? Math.max(1, Math.abs(high) * 0.02) : 0;
  const ends = period ? [period.startMs, ...(period.endMs === null ? [] : [period.endMs])] : [];
  const times = [...[...readings, ...marks, ...points].map(({ atMs }) => atMs), ...ends];
  const startMs = times.length > 0 ? Math.min(...times) : 0;
  const endMs = times.length > 0 ? Math.max(...times) : 1;
  const y = linearScale([low - pad, high + pad], [height - footroomPx[tone], headroomPx]);
  const clearOfBaseline = (tick: number) => !baseline || Math.abs(y(tick) - y(baseline.value)) >= tickDistancePx;
  return {
    height,
    x: linearScale([startMs, endMs], [0, plotWidth]),
    y,
    ticks: roundTicks(low - pad, high + pad).filter(clearOfBaseline),
    parts: stretches(readings),
    startMs,
    endMs,
  };
}
