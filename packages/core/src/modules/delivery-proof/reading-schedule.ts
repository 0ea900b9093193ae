import { after, type Clock, days, hours, minutes, seconds } from "#kernel/clock";

/** On a fast clock readings would run into each other: this much wall time lies between two of one line. */
const floorWallMs = seconds(2);
/** A channel that doesn't move is read less and less often, down to this many times the usual distance. */
const backOffMax = 8;
/** A delivery this late is no longer followed. */
const lateMax = days(14);

/**
 * Business milliseconds after completion at which the channel is read again: at once, after a day, a week and thirty
 * days, and at the end of a guarantee that runs longer.
 */
export function afterOffsets(guaranteeDays: number): number[] {
  const usual = [0, hours(24), days(7), days(30)];
  return days(guaranteeDays) > days(30) ? [...usual, days(guaranteeDays)] : usual;
}

/** Business milliseconds between two readings of a running delivery: a quarter of an hour, or a 48th of its length. */
export const usualInterval = (startedAt: Date, dueAt: Date): number =>
  Math.max(minutes(15), (dueAt.getTime() - startedAt.getTime()) / 48);

/** Doubles the distance while nothing changes, and goes back to the usual one as soon as something does. */
export const nextInterval = (usualMs: number, lastMs: number, changed: boolean): number =>
  changed ? usualMs : Math.min(lastMs * 2, usualMs * backOffMax);

/** A distance in business time, never shorter than the floor in wall time. */
export const spaceOut = (clock: Clock, intervalMs: number): number =>
  Math.max(intervalMs, floorWallMs * clock.epoch().rate);

/** When the next reading is due, never nearer than the floor in wall time; null when the delivery is given up on. */
export function nextReadingAt(clock: Clock, intervalMs: number, dueAt: Date): Date | null {
  const now = clock.now();
  if (now.getTime() > dueAt.getTime() + lateMax) return null;
  return after(now, spaceOut(clock, intervalMs));
}

/** Wall milliseconds before a failed reading is tried again: 2, 4, 8 … up to a minute. */
export const retryDelayMs = (attempt: number): number => Math.min(seconds(2) * 2 ** attempt, seconds(60));

/** The business time of a moment on the wall, for what a platform asks us to wait. */
export function businessAt(clock: Clock, wall: Date): Date {
  const { wall: wall0, business, rate } = clock.epoch();
  return after(business, (wall.getTime() - wall0.getTime()) * rate);
}
