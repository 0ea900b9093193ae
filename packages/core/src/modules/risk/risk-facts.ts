import { days, hours, minutes } from "#kernel/clock";
import {
  countWithin,
  type History,
  type IdentityKey,
  type KeyKind,
  newestBurst,
  type OutcomeKind,
  type Sighting,
} from "./history.ts";
import { linkedPeople } from "./linked-people.ts";

/** What is known of an attempt beside its keys and their history. */
export interface Attempt {
  readonly at: Date;
  readonly person: string;
  readonly keys: readonly IdentityKey[];
  readonly disposable: boolean;
  /** Null when the processor doesn't say where the card is from. */
  readonly cardFromElsewhere: boolean | null;
  readonly channelProven: boolean;
}

/** What the signals read. Null means that it can't be known, and nothing follows from it. */
export interface RiskFacts {
  /** The fullest window of any key, as a share of its limit. */
  readonly attempts: number;
  readonly peopleOnCard: number | null;
  readonly peopleOnNetwork: number | null;
  readonly peopleOnChannel: number | null;
  readonly linkedPeople: number;
  readonly disposable: boolean;
  readonly secondsSinceSignUp: number | null;
  readonly declined: number;
  readonly declinedOnNetwork: number | null;
  readonly returned: number;
  readonly disputed: number;
  readonly deliveredBefore: number;
  readonly cardFromElsewhere: boolean | null;
  readonly channelProven: boolean;
  /** Until when failed cards lock the card, the buyer or the browser out; null when they don't. */
  readonly lockedUntil: Date | null;
}

/** Attempts one key may make within a window before it counts as fast. */
const limits: Partial<Record<KeyKind, readonly { readonly windowMs: number; readonly limit: number }[]>> = {
  card: windows(4, 6, 10, 30),
  owner: windows(12, 20, 40, 60),
  channel: windows(6, 10, 20, 50),
  network: windows(20, 40, 60),
};

function windows(...perWindow: readonly number[]) {
  const spans = [minutes(10), hours(1), hours(24), days(30)];
  return perWindow.map((limit, index) => ({ windowMs: spans[index] ?? 0, limit }));
}

/** Failed cards in one hour that lock out, and for how long. */
const failedCards = { count: 4, withinMs: hours(1), lockMs: hours(24) };
/** A delivery speaks for somebody once its money could have been called back. */
const seasonedMs = days(7);
/** E-mail is not among them: anybody can type anybody's address, and must not be able to lock its owner out. */
const lockingKinds: ReadonlySet<KeyKind> = new Set(["card", "owner", "device"]);

/** Who buys much has something to complain about now and then: one return in six deliveries is not counted. */
const beyondTolerance = (returned: number, delivered: number): number =>
  Math.max(0, returned - Math.floor(delivered / 6));

/** Reads the facts of an attempt out of its history. */
export function factsOf(attempt: Attempt, history: History): RiskFacts {
  const { at, person, keys } = attempt;
  const linked = linkedPeople(person, keys, history);
  const one = new Set([person, ...linked.map((other) => other.person)]);
  const strangers = history.sightings.filter((sighting) => !one.has(sighting.person));
  const outcomes = (what: OutcomeKind, kinds: ReadonlySet<KeyKind>) =>
    distinctTimes(history.outcomes.filter((outcome) => outcome.what === what && kinds.has(outcome.kind)));
  const ofOne = (what: OutcomeKind) =>
    distinctTimes(history.outcomes.filter((outcome) => outcome.what === what && one.has(outcome.person)));
  const signedUp = outcomes("signed-up", new Set<KeyKind>(["owner"]));
  const locking = outcomes("declined", lockingKinds);
  const burst = newestBurst(locking, failedCards.count, failedCards.withinMs);
  const [returned, disputed, delivered] = [ofOne("returned"), ofOne("disputed"), ofOne("delivered")];
  const seasoned = delivered.filter((time) => at.getTime() - time.getTime() >= seasonedMs).length;
  return {
    attempts: fullestWindow(attempt, history),
    peopleOnCard: people("card", keys, strangers, at, days(30)),
    peopleOnNetwork: people("network", keys, strangers, at, hours(24)),
    peopleOnChannel: people("channel", keys, strangers, at, days(30)),
    linkedPeople: linked.length,
    disposable: attempt.disposable,
    secondsSinceSignUp: signedUp[0] === undefined ? null : (at.getTime() - signedUp[0].getTime()) / 1000,
    declined: countWithin(locking, at, hours(1)),
    declinedOnNetwork: keys.some(({ kind }) => kind === "network")
      ? countWithin(outcomes("declined", new Set<KeyKind>(["network"])), at, hours(1))
      : null,
    returned: beyondTolerance(returned.length, delivered.length),
    disputed: disputed.length,
    deliveredBefore: Math.max(0, seasoned - returned.length - disputed.length),
    cardFromElsewhere: attempt.cardFromElsewhere,
    channelProven: attempt.channelProven,
    lockedUntil: burst === null ? null : new Date(burst.getTime() + failedCards.lockMs),
  };
}

/** The buyer and the strangers seen with the key of one kind; the most, where an attempt has several such keys. */
function people(
  kind: KeyKind,
  keys: readonly IdentityKey[],
  strangers: readonly Sighting[],
  now: Date,
  windowMs: number,
): number | null {
  const own = keys.filter((key) => key.kind === kind);
  if (own.length === 0) return null;
  const counts = own.map(({ key }) => {
    const seen = strangers.filter(
      (sighting) => sighting.kind === kind && sighting.key === key && now.getTime() - sighting.at.getTime() <= windowMs,
    );
    return 1 + new Set(seen.map(({ person }) => person)).size;
  });
  return Math.max(...counts);
}

function fullestWindow({ keys, at }: Attempt, { sightings }: History): number {
  const shares = keys.flatMap(({ kind, key }) => {
    const times = sightings
      .filter((sighting) => sighting.kind === kind && sighting.key === key)
      .map((sighting) => sighting.at);
    return (limits[kind] ?? []).map(({ windowMs, limit }) => (1 + countWithin(times, at, windowMs)) / limit);
  });
  return Math.max(0, ...shares);
}

/** One thing that happened is kept under every key of its attempt; here it counts once. */
function distinctTimes(outcomes: readonly { readonly at: Date; readonly person: string }[]): Date[] {
  const seen = new Map(outcomes.map((outcome) => [`${outcome.person} ${outcome.at.getTime()}`, outcome.at]));
  return [...seen.values()].sort((a, b) => b.getTime() - a.getTime());
}
