export type { WatchedPlacement } from "./list-placements.ts";
export { createLiveness, type Liveness } from "./liveness.ts";
export type { LivenessDeps } from "./liveness-deps.ts";
export { pageBack, pageDown } from "./liveness-events.ts";
export { livenessInvariants } from "./liveness-invariants.ts";
export type { Look, Page } from "./page.ts";
