export { betaQuantile } from "./beta-quantile.ts";
export { type DriftCounterfactual, driftCounterfactual, type Increment } from "./drift-counterfactual.ts";
export { logGamma } from "./gamma.ts";
export { betaCdf, betaDensity } from "./incomplete-beta.ts";
export type { Interval } from "./interval.ts";
export { normalCdf, normalDensity, normalQuantile } from "./normal.ts";
export { jeffreysInterval, wilsonInterval } from "./proportion.ts";
export { quantile, type WeightedValue, weightedQuantile } from "./quantile.ts";
export { studentTCdf, studentTQuantile } from "./student-t.ts";
