import type { History, IdentityKey, KeyKind } from "./history.ts";
import { agreeBits, disagreeBits, type Likelihood, oddsBits, posteriorOf } from "./match-weight.ts";

/** How likely two attempts are of one person before anything is known. */
export const identityPrior = 1e-6;
/** From here on two people count as one. */
export const linkFrom = 0.99;

/** How often two attempts share a thing: made by one person, and made by two. E-mail is what people are told apart by. */
export const identityLikelihoods = {
  email: { m: 0.9, u: 1e-5 },
  card: { m: 0.7, u: 1e-6 },
  device: { m: 0.8, u: 1e-4 },
  network: { m: 0.5, u: 0.01 },
  address: { m: 0.6, u: 1e-3 },
  channel: { m: 0.3, u: 1e-4 },
} as const satisfies Partial<Record<KeyKind, Likelihood>>;

type ComparedKind = keyof typeof identityLikelihoods;
const isCompared = (kind: KeyKind): kind is ComparedKind => kind in identityLikelihoods;

/** Somebody with another address who shares something with this attempt. */
export interface LinkedPerson {
  readonly person: string;
  /** That both are one person. */
  readonly posterior: number;
  readonly shared: readonly KeyKind[];
}

/**
 * Whom an attempt may also be. Each kind the attempt has counts once: shared, or not. Strongest first, only those that
 * count as one with it.
 */
export function linkedPeople(person: string, keys: readonly IdentityKey[], history: History): LinkedPerson[] {
  const kinds = new Set(keys.map(({ kind }) => kind).filter(isCompared));
  const sharedBy = new Map<string, Set<KeyKind>>();
  for (const sighting of history.sightings) {
    if (sighting.person === person || !isCompared(sighting.kind)) continue;
    const shared = sharedBy.get(sighting.person) ?? new Set();
    sharedBy.set(sighting.person, shared.add(sighting.kind));
  }
  return [...sharedBy]
    .map(([other, shared]) => ({
      person: other,
      shared: [...shared],
      posterior: posteriorOf(matchBits(kinds, shared)),
    }))
    .filter(({ posterior }) => posterior >= linkFrom)
    .sort((a, b) => b.posterior - a.posterior || (a.person < b.person ? -1 : 1));
}

function matchBits(kinds: ReadonlySet<ComparedKind>, shared: ReadonlySet<KeyKind>): number {
  let bits = oddsBits(identityPrior);
  for (const kind of kinds) {
    const likelihood = identityLikelihoods[kind];
    bits += shared.has(kind) ? agreeBits(likelihood) : disagreeBits(likelihood);
  }
  return bits;
}
