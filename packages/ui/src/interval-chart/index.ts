export { IntervalChart } from "./interval-chart.tsx";
export type { IntervalChartProps, IntervalTone } from "./interval-chart-props.ts";
