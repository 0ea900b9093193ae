import { days } from "#kernel/clock";

/** How a delivery is meant to be spread: evenly from start to promise, in product units per day of business time. */
export interface PacingPlan {
  readonly startsAt: string;
  readonly endsAt: string;
  readonly unitsPerDay: number;
}

const instant = (iso: string): number => new Date(iso).getTime();

/** The plan of a line as its supplier takes it on. A window shorter than a day still has a pace per day. */
export function planPacing(orderedUnits: number, startsAt: Date, endsAt: Date): PacingPlan {
  const windowMs = Math.max(1, endsAt.getTime() - startsAt.getTime());
  const unitsPerDay = (orderedUnits * days(1)) / windowMs;
  return {
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    unitsPerDay: Math.round(unitsPerDay * 100) / 100,
  };
}

/** Units the plan has delivered by `now`, whole ones; never more than were ordered. */
export function scheduledUnits(plan: PacingPlan, orderedUnits: number, now: Date): number {
  const start = instant(plan.startsAt);
  const share = (now.getTime() - start) / Math.max(1, instant(plan.endsAt) - start);
  return Math.floor(orderedUnits * Math.min(1, Math.max(0, share)));
}

/** Share of the schedule a delivery may lack before somebody is told, in whole percent. */
const tolerancePercent = 50;

/** Behind its plan: half of the window is over and less than half of what should be there is. */
export function isBehind(plan: PacingPlan, orderedUnits: number, deliveredUnits: number, now: Date): boolean {
  const start = instant(plan.startsAt);
  const halfway = start + (instant(plan.endsAt) - start) / 2;
  if (now.getTime() < halfway) return false;
  return deliveredUnits * 100 < scheduledUnits(plan, orderedUnits, now) * tolerancePercent;
}

/**
 * When the rest will be there at the pace so far; null before anything was delivered, when nobody can say. Never
 * earlier than `now`.
 */
export function expectedCompletion(
  plan: PacingPlan,
  orderedUnits: number,
  deliveredUnits: number,
  now: Date,
): Date | null {
  const elapsedMs = now.getTime() - instant(plan.startsAt);
  if (deliveredUnits <= 0 || elapsedMs <= 0) return null;
  const left = Math.max(0, orderedUnits - deliveredUnits);
  return new Date(now.getTime() + Math.ceil((elapsedMs * left) / deliveredUnits));
}
