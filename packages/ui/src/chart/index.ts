export { ChartTable, type ChartTableProps } from "./chart-table.tsx";
export { type LinearScale, linearScale, roundTicks } from "./linear-scale.ts";
export { type Reading, type Stretch, stretches } from "./stretches.ts";
