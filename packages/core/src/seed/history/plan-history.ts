import type { Platform } from "@smplat/contracts/vocabulary";
import { type SeededRandom, seededRandom } from "@smplat/inference";
import { days, hours, minutes } from "#kernel/clock";
import type { SeedProduct } from "../products/seed-product.ts";

/** What becomes of an order beyond what suppliers and channels make of it. */
export type Fate =
  | "delivered"
  | "abandoned"
  | "regretted"
  | "held"
  | "disputed"
  | "lost"
  | "returned"
  | "withdrawn"
  | "unpaid";

export interface PlannedLine {
  readonly slug: string;
  readonly platform: Platform;
  readonly quantity: number;
}

export interface PlannedOrder {
  readonly at: Date;
  /** Index into the cast. */
  readonly buyer: number;
  readonly lines: readonly PlannedLine[];
  readonly fate: Fate;
}

/** A buyer shows a channel for the first time. */
export interface Acquaintance {
  readonly at: Date;
  readonly buyer: number;
  readonly platform: Platform;
}

/** How much past there is. */
export interface HistorySize {
  readonly days: number;
  readonly buyers: number;
  /** Delivered lines of each product whose numbers are to be shown, and of each other one. */
  readonly linesOfPopular: number;
  readonly linesOfOther: number;
  /** Orders of every fate but the usual one. */
  readonly ordersOfFate: number;
  /** Orders of the last day, which still run at the end. */
  readonly running: number;
}

export interface HistoryPlan {
  readonly start: Date;
  readonly end: Date;
  /** When work is looked at, in order; the last is the end. */
  readonly looks: readonly Date[];
  readonly acquaintances: readonly Acquaintance[];
  /** In the order of their moments. */
  readonly orders: readonly PlannedOrder[];
  /** Orders of the very end, left to be paid. */
  readonly unpaid: readonly PlannedOrder[];
}

/** What can be bought: `popular` is what most people buy. */
export interface Assortment {
  readonly popular: readonly SeedProduct[];
  readonly other: readonly SeedProduct[];
}

/** Channels are shown this long before the first order for them, so that their usual growth is known. */
const acquaintanceMs = days(7);
/** What shall be over at the end is bought at least this long before it. */
const settledMs = days(6);
/** What has an unusual end is not older than this. */
const recentMs = days(30);
/** Every guarantee is longer than this: what was bought later is still under it at the end. */
const guaranteedMs = days(11);
/** People buy in the time before a look, so that their order starts soon after it is paid. */
const eveMs = minutes(90);
const linesMax = 5;
/** So long before the end work is looked at daily: what is still open then is seen in the present. */
const lateMs = days(10);

const fates: readonly Fate[] = ["abandoned", "regretted", "held", "disputed", "lost", "returned"];

/** Who buys what when until `end`, and what becomes of it. The same seed and end give the same plan. Pure. */
export function planHistory(seed: number, end: Date, size: HistorySize, assortment: Assortment): HistoryPlan {
  const random = seededRandom(seed);
  const start = new Date(Math.floor((end.getTime() - days(size.days)) / days(1)) * days(1));
  const looks = looksOf(random, start, end);
  const place = (fate: Fate, lines: readonly PlannedLine[], from: Date, to: Date, shown = false): PlannedOrder => ({
    at: momentIn(random, looks, from, to),
    buyer: shown ? 0 : 1 + Math.floor(random.uniform() * (size.buyers - 1)),
    lines,
    fate,
  });
  const single = () => [lineOf(random, pick(random, assortment.popular))];
  const placements = assortment.popular.filter(({ serviceKey }) => serviceKey === "placements");
  const placement = () => [lineOf(random, pick(random, placements))];
  const wishes = shuffled(random, [
    ...assortment.popular.flatMap((product) => repeat(product, size.linesOfPopular)),
    ...assortment.other.flatMap((product) => repeat(product, size.linesOfOther)),
  ]);
  const before = (ms: number) => new Date(end.getTime() - ms);
  const opened = new Date(start.getTime() + acquaintanceMs + days(1));
  const orders = [
    // The customer whose login the demo shows has an eighth of what went well and none of the trouble, which would have
    // the shop look twice at whatever a visitor buys with that login.
    ...baskets(random, wishes).map((lines, index) =>
      place("delivered", lines, opened, before(settledMs), index % 8 === 0),
    ),
    ...fates.flatMap((fate) =>
      repeat(fate, size.ordersOfFate).map(() => place(fate, single(), before(recentMs), before(settledMs))),
    ),
    ...repeat("withdrawn" as const, size.ordersOfFate).map((fate) =>
      place(fate, placement(), before(guaranteedMs), before(settledMs)),
    ),
    ...repeat("delivered" as const, size.running).map((fate) => place(fate, single(), before(days(1)), end)),
  ].sort((a, b) => a.at.getTime() - b.at.getTime());
  const unpaid = repeat("unpaid" as const, size.ordersOfFate).map((fate) => ({
    ...place(fate, single(), end, end),
    at: end,
  }));
  return { start, end, looks, acquaintances: acquaintancesOf([...orders, ...unpaid]), orders, unpaid };
}

/** At any time people are awake: every third day of what is long ago, daily of late. */
function looksOf(random: SeededRandom, start: Date, end: Date): Date[] {
  const looks: Date[] = [];
  for (let day = start.getTime(); day < end.getTime(); day += end.getTime() - day > lateMs ? days(3) : days(1)) {
    looks.push(new Date(day + hours(9) + Math.floor(hours(11) * random.uniform())));
  }
  return [...looks.filter((look) => look.getTime() < end.getTime() - hours(2)), end];
}

/** Later looks are a little likelier: the business grows. */
function momentIn(random: SeededRandom, looks: readonly Date[], from: Date, to: Date): Date {
  const eligible = looks.filter((look) => look >= from && look <= to);
  const look = eligible[Math.floor(eligible.length * random.uniform() ** 0.8)] ?? to;
  return new Date(look.getTime() - Math.floor(eveMs * random.uniform()));
}

/** Each channel is shown before the first order that is for it. */
function acquaintancesOf(orders: readonly PlannedOrder[]): Acquaintance[] {
  const firsts = new Map<string, Acquaintance>();
  for (const { at, buyer, lines } of orders) {
    for (const { platform } of lines) {
      const key = `${buyer} ${platform}`;
      if (!firsts.has(key)) firsts.set(key, { at: new Date(at.getTime() - acquaintanceMs), buyer, platform });
    }
  }
  return [...firsts.values()].sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** One to five different things an order. */
function baskets(random: SeededRandom, wishes: readonly SeedProduct[]): PlannedLine[][] {
  const made: PlannedLine[][] = [];
  let open: PlannedLine[] = [];
  let room = 0;
  for (const product of wishes) {
    if (open.length >= room || open.some((line) => line.slug === product.slug)) {
      open = [];
      made.push(open);
      room = 1 + Math.floor(random.uniform() * linesMax);
    }
    open.push(lineOf(random, product));
  }
  return made;
}

/** The smallest amount or the usual one; the smallest of what there is little of. */
function lineOf(random: SeededRandom, product: SeedProduct): PlannedLine {
  const { minimum, default: usual } = product.quantity;
  const smallest = product.capacity !== undefined || random.uniform() < 0.6;
  // TikTok shows a channel's numbers and description to its owner's apps only: a proof has little to say there, and a
  // code can't be seen.
  const open = product.platforms.filter((one) => one !== "tiktok");
  const shown = open.length > 0 && (product.ownership !== undefined || random.uniform() < 0.95);
  const platforms = shown ? open : product.platforms;
  return { slug: product.slug, platform: pick(random, platforms), quantity: smallest ? minimum : usual };
}

function pick<T>(random: SeededRandom, values: readonly T[]): T {
  const value = values[Math.floor(random.uniform() * values.length)];
  if (value === undefined) throw new Error("Nothing to pick from");
  return value;
}

function shuffled<T>(random: SeededRandom, values: readonly T[]): T[] {
  return values
    .map((value) => ({ value, rank: random.uniform() }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ value }) => value);
}

const repeat = <T>(value: T, times: number): T[] => Array.from({ length: times }, () => value);
