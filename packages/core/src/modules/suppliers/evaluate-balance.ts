interface Reading {
  readonly readAt: Date;
  readonly amountMinor: number | null;
}

/** What the last day's spending says of how long a credit lasts. */
export interface BurnForecast {
  readonly burnPerDayMinor: number | null;
  readonly hoursToEmpty: number | null;
}

const hourMs = 3_600_000;
/** Spending over less than this says nothing about a day. */
const shortestWindowHours = 2;

/**
 * What was spent is the sum of all falls between readings; a rise is a top-up and no earning. Readings in order of
 * time, of the last day or a little more. An empty credit has ended, however little was spent. Pure.
 */
export function evaluateBalance(readings: readonly Reading[]): BurnForecast {
  const known = readings.filter((reading) => reading.amountMinor !== null);
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return { burnPerDayMinor: null, hoursToEmpty: null };
  if (last.amountMinor === 0 && known.length > 1) return { ...burn(known, first, last), hoursToEmpty: 0 };
  return burn(known, first, last);
}

function burn(known: readonly Reading[], first: Reading, last: Reading): BurnForecast {
  const hours = (last.readAt.getTime() - first.readAt.getTime()) / hourMs;
  if (hours < shortestWindowHours) return { burnPerDayMinor: null, hoursToEmpty: null };
  const spent = known.reduce((sum, reading, index) => {
    const before = known[index - 1]?.amountMinor ?? reading.amountMinor ?? 0;
    return sum + Math.max(0, before - (reading.amountMinor ?? 0));
  }, 0);
  const perHour = spent / hours;
  return {
    burnPerDayMinor: Math.round(perHour * 24),
    hoursToEmpty: perHour === 0 ? null : Math.max(0, (last.amountMinor ?? 0) / perHour),
  };
}
