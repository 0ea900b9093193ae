/** What two attempts can have in common. A person is the keyed hash of a normalized e-mail address. */
export const keyKinds = ["email", "card", "network", "address", "owner", "device", "channel"] as const;
export type KeyKind = (typeof keyKinds)[number];

/** A keyed hash of something an attempt carries. */
export interface IdentityKey {
  readonly kind: KeyKind;
  readonly key: string;
}

/** Somebody tried to buy with this key. */
export interface Sighting extends IdentityKey {
  readonly person: string;
  readonly at: Date;
}

export const outcomeKinds = ["declined", "returned", "disputed", "delivered", "signed-up"] as const;
export type OutcomeKind = (typeof outcomeKinds)[number];

/** How an attempt with this key turned out. */
export interface Outcome extends Sighting {
  readonly what: OutcomeKind;
}

/** What is remembered of an attempt's keys before it: newest first, a bounded number for each key. */
export interface History {
  readonly sightings: readonly Sighting[];
  readonly outcomes: readonly Outcome[];
}

/** Sightings and outcomes read for one key at most: windows count up to here and no further. */
export const sightingsPerKeyMax = 64;
export const outcomesPerKeyMax = 32;

/** How many of `times` lie in the window that ends `now`. */
export const countWithin = (times: readonly Date[], now: Date, windowMs: number): number =>
  times.filter((time) => now.getTime() - time.getTime() <= windowMs).length;

/** The times of the last `size` events that fell into one window, newest first; null when they never did. */
export function newestBurst(times: readonly Date[], size: number, windowMs: number): Date | null {
  const sorted = times.map((time) => time.getTime()).sort((a, b) => b - a);
  for (let index = 0; index + size <= sorted.length; index += 1) {
    const newest = sorted[index] ?? 0;
    if (newest - (sorted[index + size - 1] ?? 0) <= windowMs) return new Date(newest);
  }
  return null;
}
