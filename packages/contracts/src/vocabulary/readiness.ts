/** Why something the shop needs to serve stands where it stands. */
export const readinessReasons = [
  "answers",
  "silent",
  "idle",
  "waits",
  "probed",
  "probe-old",
  "probe-failed",
  "never-probed",
  "ran",
  "never-ran",
  "missed",
  "failed-last",
] as const;
export type ReadinessReason = (typeof readinessReasons)[number];
