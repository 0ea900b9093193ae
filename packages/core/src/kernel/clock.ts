/**
 * Two times. `now()` is business time: deliveries, readings, guarantee windows. `wall()` is the clock on the wall:
 * whatever a person or a protocol waits for (quotes, payments, links, sessions). They differ only in demos and tests.
 */
export interface Clock {
  now(): Date;
  wall(): Date;
  /** When a moment of business time comes on the wall, for timers. */
  wallAt(business: Date): Date;
  /** How the two relate: business = business₀ + (wall − wall₀) × rate. */
  epoch(): ClockEpoch;
}

export interface ClockEpoch {
  readonly wall: Date;
  readonly business: Date;
  readonly rate: number;
}

/** Business time running at `rate` from an epoch. With rate 1 and equal times it is the system clock. */
export function createClock(epoch: ClockEpoch, wallNow: () => number = Date.now): Clock {
  const wall0 = epoch.wall.getTime();
  const business0 = epoch.business.getTime();
  return {
    now: () => new Date(business0 + (wallNow() - wall0) * epoch.rate),
    wall: () => new Date(wallNow()),
    wallAt: (business) => new Date(wall0 + (business.getTime() - business0) / epoch.rate),
    epoch: () => epoch,
  };
}

export function createSystemClock(): Clock {
  const start = new Date();
  return createClock({ wall: start, business: start, rate: 1 });
}

export const seconds = (count: number): number => count * 1000;
export const minutes = (count: number): number => count * 60_000;
export const hours = (count: number): number => count * 3_600_000;
export const days = (count: number): number => count * 86_400_000;
export const after = (from: Date, ms: number): Date => new Date(from.getTime() + ms);
