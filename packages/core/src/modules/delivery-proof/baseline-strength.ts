import { after, type Clock, days, hours } from "#kernel/clock";
import type { BaselineStrength } from "./proof.ts";
import { spaceOut } from "./reading-schedule.ts";

/** Readings this long before the start still say where the channel stood. */
export const baselineWindowMs = days(7);

const readingsWanted = 3;
const spanWanted = hours(24);
/** Readings of the same hour are one look at the channel, not several. */
const spacingMs = hours(6);
/** Left to the line before its deadline, so that the last reading does not race it. */
const marginMs = hours(1);

/** What a baseline rests on: readings at least six hours apart, the newest counted first, and the hours they span. */
export function strengthOf(takenAt: readonly Date[]): BaselineStrength {
  const kept: number[] = [];
  for (const at of takenAt.map((date) => date.getTime()).toSorted((a, b) => b - a)) {
    const newer = kept.at(-1);
    if (newer === undefined || newer - at >= spacingMs) kept.push(at);
  }
  return { readings: kept.length, spanHours: Math.round(((kept[0] ?? 0) - (kept.at(-1) ?? 0)) / hours(0.1)) / 10 };
}

/** Fewer than three readings, or less than a day of them: the start may be a moment's accident. */
export const isWeak = ({ readings, spanHours }: BaselineStrength): boolean =>
  readings < readingsWanted || spanHours < spanWanted / hours(1);

/**
 * When to read once more before the start; null when the baseline is firm, or can't become so before the line's
 * deadline: then nobody waits for it.
 */
export function nextBaselineAt(clock: Clock, takenAt: readonly Date[], deadlineAt: Date): Date | null {
  const strength = strengthOf(takenAt);
  if (!isWeak(strength)) return null;
  const now = clock.now();
  const oldest = Math.min(now.getTime(), ...takenAt.map((date) => date.getTime()));
  const missing = readingsWanted - strength.readings;
  const firmAt = Math.max(oldest + spanWanted, now.getTime() + Math.max(1, missing) * spaceOut(clock, spacingMs));
  if (firmAt > deadlineAt.getTime() - marginMs) return null;
  return after(now, Math.min((firmAt - now.getTime()) / Math.max(1, missing), hours(12)));
}
