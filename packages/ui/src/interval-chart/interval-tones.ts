import type { IntervalTone } from "./interval-chart-props.ts";

/** The colours of the interval: the line of the whisker, the fill of its band, the figure beside it. */
export const intervalTones: Readonly<
  Record<IntervalTone, { stroke: string; fill: string; ink: string; edge: string }>
> = {
  lift: { stroke: "stroke-success", fill: "fill-success", ink: "text-success-ink", edge: "border-success" },
  inconclusive: { stroke: "stroke-ink-muted", fill: "fill-ink-muted", ink: "text-ink", edge: "border-ink-muted" },
  short: { stroke: "stroke-warning", fill: "fill-warning", ink: "text-warning-ink", edge: "border-warning" },
};
