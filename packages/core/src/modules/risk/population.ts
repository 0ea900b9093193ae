import { days, hours, minutes, seconds } from "#kernel/clock";
import type { IdentityKey, KeyKind, OutcomeKind } from "./history.ts";

/** Kinds of people in the simulated market; the last four abuse it. */
export const populationClasses = [
  "honest",
  "family",
  "agency",
  "self-referrer",
  "ring",
  "card-tester",
  "refund-abuser",
] as const;
export type PopulationClass = (typeof populationClasses)[number];
export const isAbusive = (name: PopulationClass): boolean =>
  name === "ring" || name === "card-tester" || name === "refund-abuser";

/** One attempt to buy, and what would come of it if it went through. */
export interface SimulatedAttempt {
  readonly class: PopulationClass;
  /** Who is behind it, whatever names they use. */
  readonly group: string;
  readonly atMs: number;
  readonly person: string;
  readonly keys: readonly IdentityKey[];
  readonly disposable: boolean;
  readonly signedUpMs: number | null;
  readonly cardFromElsewhere: boolean;
  readonly declined: boolean;
  /** What happens after delivery, beside the delivery itself. */
  readonly aftermath: Extract<OutcomeKind, "returned" | "disputed"> | null;
}

/** 32-bit generator of Tommy Ettinger (mulberry32): small, seedable, good enough for a simulation. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export interface PopulationSizes {
  readonly honest: number;
  readonly families: number;
  readonly agencies: number;
  readonly selfReferrers: number;
  readonly rings: number;
  readonly cardTesters: number;
  readonly refundAbusers: number;
}

const spanMs = days(60);
const key = (kind: KeyKind, value: string): IdentityKey => ({ kind, key: `${kind} ${value}` });

interface Chances {
  readonly random: () => number;
  readonly chance: (probability: number) => boolean;
  readonly between: (low: number, high: number) => number;
  readonly whole: (low: number, high: number) => number;
}

/** Draws a market of two months, in order of time. The same seed draws the same market. */
export function drawPopulation(seed: number, sizes: PopulationSizes): SimulatedAttempt[] {
  const random = seededRandom(seed);
  const draw: Chances = {
    random,
    chance: (probability) => random() < probability,
    between: (low, high) => low + random() * (high - low),
    whole: (low, high) => low + Math.floor(random() * (high - low + 1)),
  };
  const groups: [number, (draw: Chances, name: string) => SimulatedAttempt[]][] = [
    [sizes.honest, honest],
    [sizes.families, family],
    [sizes.agencies, agency],
    [sizes.selfReferrers, selfReferrer],
    [sizes.rings, ring],
    [sizes.cardTesters, cardTester],
    [sizes.refundAbusers, refundAbuser],
  ];
  return groups
    .flatMap(([count, make], kind) =>
      Array.from({ length: count }, (_, index) => make(draw, `${kind}-${index}`)).flat(),
    )
    .sort((a, b) => a.atMs - b.atMs);
}

/** Where people sit: most at home, a fifth behind the shared addresses of mobile carriers. */
const networkOf = (draw: Chances, name: string): string =>
  draw.chance(0.2) ? `carrier ${draw.whole(0, 60)}` : `home ${draw.chance(0.3) ? draw.whole(0, 2000) : name}`;

interface Persona {
  readonly email: string;
  readonly card: string;
  readonly network: string;
  readonly address: string;
  readonly owner: string;
  readonly channel: string;
}

const keysOf = (persona: Persona): IdentityKey[] => [
  key("email", persona.email),
  key("card", persona.card),
  key("network", persona.network),
  key("address", persona.address),
  key("owner", persona.owner),
  key("device", persona.owner),
  key("channel", persona.channel),
];

const attempt = (
  name: PopulationClass,
  group: string,
  atMs: number,
  persona: Persona,
  more: Partial<SimulatedAttempt> = {},
): SimulatedAttempt => ({
  class: name,
  group,
  atMs,
  person: persona.email,
  keys: keysOf(persona),
  disposable: false,
  signedUpMs: null,
  cardFromElsewhere: false,
  declined: false,
  aftermath: null,
  ...more,
});

const personaOf = (draw: Chances, name: string): Persona => ({
  email: name,
  card: name,
  network: networkOf(draw, name),
  address: name,
  owner: name,
  channel: name,
});

/** A purchase of somebody who means well: now and then a card fails and is tried again. */
function purchase(draw: Chances, name: PopulationClass, group: string, atMs: number, persona: Persona) {
  const traits = {
    disposable: draw.chance(0.003),
    signedUpMs: draw.chance(0.4) ? atMs - (draw.chance(0.12) ? seconds(90) : days(draw.between(0, 30))) : null,
    cardFromElsewhere: draw.chance(0.05),
  };
  const aftermath = draw.chance(0.004) ? "returned" : draw.chance(0.0005) ? "disputed" : null;
  const paid = attempt(name, group, atMs, persona, { ...traits, aftermath });
  if (!draw.chance(0.04)) return [paid];
  return [attempt(name, group, atMs - seconds(draw.between(40, 200)), persona, { ...traits, declined: true }), paid];
}

function honest(draw: Chances, name: string): SimulatedAttempt[] {
  const persona = personaOf(draw, name);
  return Array.from({ length: draw.whole(1, 4) }, () =>
    purchase(draw, "honest", name, draw.between(0, spanMs), persona),
  ).flat();
}

function family(draw: Chances, name: string): SimulatedAttempt[] {
  const shared = personaOf(draw, name);
  const oneCard = draw.chance(0.6);
  const members = draw.whole(2, 5);
  return Array.from({ length: members }, (_, index) => {
    const own = `${name} ${index}`;
    const persona = { ...shared, email: own, owner: own, channel: own, card: oneCard ? shared.card : own };
    return Array.from({ length: draw.whole(1, 3) }, () =>
      purchase(draw, "family", own, draw.between(0, spanMs), persona),
    ).flat();
  }).flat();
}

function agency(draw: Chances, name: string): SimulatedAttempt[] {
  const persona = personaOf(draw, name);
  return Array.from({ length: draw.whole(4, 10) }, () => {
    const start = draw.between(0, spanMs);
    return Array.from({ length: draw.whole(2, 6) }, (_, index) =>
      purchase(draw, "agency", name, start + index * minutes(draw.between(2, 9)), {
        ...persona,
        channel: `${name} client ${draw.whole(0, 15)}`,
      }),
    ).flat();
  }).flat();
}

/** One person under two or three addresses, for the reward: annoying, not a thief. */
function selfReferrer(draw: Chances, name: string): SimulatedAttempt[] {
  const persona = personaOf(draw, name);
  const start = draw.between(0, spanMs / 2);
  return Array.from({ length: draw.whole(2, 3) }, (_, index) => {
    const atMs = start + index * hours(draw.between(1, 20));
    const other = { ...persona, email: `${name} ${index}`, network: persona.network };
    return attempt("self-referrer", name, atMs, other, { signedUpMs: atMs - seconds(draw.between(30, 600)) });
  });
}

/** Ten names, one flat, two cards that will be called back. */
function ring(draw: Chances, name: string): SimulatedAttempt[] {
  const start = draw.between(0, spanMs - days(12));
  return Array.from({ length: 10 }, (_, index) => {
    const atMs = start + index * hours(draw.between(2, 18));
    const own = `${name} ${index}`;
    const persona = {
      email: own,
      card: `${name} card ${index % 2}`,
      network: `flat ${name}`,
      address: name,
      owner: draw.chance(0.5) ? name : own,
      channel: `${name} channel ${index % 3}`,
    };
    const signedUpMs = atMs - seconds(draw.between(20, 200));
    return attempt("ring", name, atMs, persona, { disposable: draw.chance(0.3), signedUpMs, aftermath: "disputed" });
  });
}

/** A list of stolen cards, a new name for each, one machine. */
function cardTester(draw: Chances, name: string): SimulatedAttempt[] {
  const start = draw.between(0, spanMs);
  return Array.from({ length: 30 }, (_, index) => {
    const own = `${name} ${index}`;
    const persona = { ...personaOf(draw, own), network: `tester ${name}`, owner: own, channel: name };
    return attempt("card-tester", name, start + index * seconds(draw.between(20, 60)), persona, {
      disposable: draw.chance(0.3),
      cardFromElsewhere: draw.chance(0.6),
      declined: draw.chance(0.85),
      aftermath: "disputed",
    });
  });
}

/** Buys, is delivered, wants the money back; again and again, at times under another address. */
function refundAbuser(draw: Chances, name: string): SimulatedAttempt[] {
  const persona = personaOf(draw, name);
  return Array.from({ length: 7 }, (_, index) => {
    const email = draw.chance(0.3) ? `${name} other` : name;
    const aftermath = draw.chance(0.8) ? ("returned" as const) : draw.chance(0.5) ? ("disputed" as const) : null;
    const atMs = index * days(8) + draw.between(0, days(2));
    return attempt("refund-abuser", name, atMs, { ...persona, email }, { aftermath });
  });
}
