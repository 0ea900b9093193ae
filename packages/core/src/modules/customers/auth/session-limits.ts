import { days, hours, minutes } from "#kernel/clock";

/** How long sessions live, in milliseconds of wall time. Judged at each request by the role of that moment. */
export interface SessionLimits {
  readonly absoluteMs: number;
  readonly idleMs: number;
  /** How often use is written down. Must be well below `idleMs`. */
  readonly touchMs: number;
}

export const customerLimits: SessionLimits = { absoluteMs: days(30), idleMs: days(7), touchMs: hours(1) };
export const staffLimits: SessionLimits = { absoluteMs: hours(8), idleMs: minutes(30), touchMs: minutes(2) };
