interface Reading {
  readonly readAt: Date;
  readonly amountMinor: number | null;
}

/** How fast a credit goes and how long it lasts, with what that was counted from. */
export interface BurnForecast {
  /** Null while readings span too little time to speak of a day. */
  readonly burnPerDayMinor: number | null;
  /** Null while nothing was spent in the whole history, or too little is known. */
  readonly hoursToEmpty: number | null;
  /** Hours between the first and the last reading that were counted. */
  readonly windowHours: number;
  /** Readings that were counted; failed ones are none. */
  readonly sampleSize: number;
}

type Known = Reading & { readonly amountMinor: number };

const hourMs = 3_600_000;
/** Spending over less than this says nothing about a day. */
const shortestWindowHours = 2;
/** A day, a week, a month: the first in which anything was spent speaks. */
const windowsHours = [24, 7 * 24, 30 * 24] as const;

/**
 * What was spent is the sum of all falls between readings; a rise is a top-up and no earning. The last 24 hours speak;
 * where nothing was spent in them the last week does, then the last thirty days, so that one quiet day does not hide
 * when the credit ends. Readings in order of time. An empty credit has ended, however little was spent. Pure.
 */
export function evaluateBalance(readings: readonly Reading[]): BurnForecast {
  const known = readings.filter((reading): reading is Known => reading.amountMinor !== null);
  const windows = windowsHours.map((hours) => lastHours(known, hours));
  const spoken = windows.find((window) => spentIn(window) > 0) ?? windows.at(-1) ?? [];
  const forecast = forecastFrom(spoken);
  return known.length > 1 && known.at(-1)?.amountMinor === 0 ? { ...forecast, hoursToEmpty: 0 } : forecast;
}

/** The readings of the last hours, with the one before them: what it fell to since then was spent within them. */
function lastHours(known: readonly Known[], hours: number): readonly Known[] {
  const end = known.at(-1)?.readAt.getTime() ?? 0;
  const first = known.findIndex(({ readAt }) => readAt.getTime() >= end - hours * hourMs);
  return known.slice(Math.max(0, first - 1));
}

function spentIn(window: readonly Known[]): number {
  return window.reduce((sum, { amountMinor }, index) => {
    const before = window[index - 1]?.amountMinor ?? amountMinor;
    return sum + Math.max(0, before - amountMinor);
  }, 0);
}

function forecastFrom(window: readonly Known[]): BurnForecast {
  const [first, last] = [window[0], window.at(-1)];
  const windowHours =
    first === undefined || last === undefined ? 0 : (last.readAt.getTime() - first.readAt.getTime()) / hourMs;
  const sample = { windowHours, sampleSize: window.length };
  if (windowHours < shortestWindowHours) return { burnPerDayMinor: null, hoursToEmpty: null, ...sample };
  const perHour = spentIn(window) / windowHours;
  return {
    burnPerDayMinor: Math.round(perHour * 24),
    hoursToEmpty: perHour === 0 ? null : (last?.amountMinor ?? 0) / perHour,
    ...sample,
  };
}
