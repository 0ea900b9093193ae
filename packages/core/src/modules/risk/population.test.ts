import { describe, expect, test } from "vitest";
import { days, seconds } from "#kernel/clock";
import type { Evaluation } from "./assessment.ts";
import { evaluateRisk } from "./evaluate-risk.ts";
import {
  type History,
  type IdentityKey,
  type Outcome,
  type OutcomeKind,
  outcomesPerKeyMax,
  type Sighting,
  sightingsPerKeyMax,
} from "./history.ts";
import {
  drawPopulation,
  isAbusive,
  type PopulationClass,
  populationClasses,
  type SimulatedAttempt,
} from "./population.ts";
import { factsOf } from "./risk-facts.ts";

const epochMs = Date.UTC(2026, 0, 1);
const sizes = {
  honest: 3_000,
  families: 150,
  agencies: 40,
  selfReferrers: 60,
  rings: 25,
  cardTesters: 25,
  refundAbusers: 40,
} as const;

/** What the tables keep, in memory: the same bounds, the same windows. */
function createMemory() {
  const sightings = new Map<string, Sighting[]>();
  const outcomes = new Map<string, Outcome[]>();
  const append = <T>(rows: Map<string, T[]>, key: string, row: T) => rows.set(key, [row, ...(rows.get(key) ?? [])]);
  return {
    read: (keys: readonly IdentityKey[], nowMs: number): History => ({
      sightings: keys.flatMap(({ key }) =>
        (sightings.get(key) ?? []).slice(0, sightingsPerKeyMax).filter(({ at }) => nowMs - at.getTime() <= days(30)),
      ),
      outcomes: keys.flatMap(({ key }) =>
        (outcomes.get(key) ?? []).filter(({ at }) => at.getTime() <= nowMs).slice(0, outcomesPerKeyMax),
      ),
    }),
    sight: ({ keys, person }: SimulatedAttempt, atMs: number) => {
      for (const { kind, key } of keys) append(sightings, key, { kind, key, person, at: new Date(atMs) });
    },
    outcome: ({ keys, person }: SimulatedAttempt, what: OutcomeKind, atMs: number) => {
      for (const { kind, key } of keys) append(outcomes, key, { kind, key, person, what, at: new Date(atMs) });
    },
  };
}

interface Judged {
  readonly attempt: SimulatedAttempt;
  readonly evaluation: Evaluation;
  readonly linked: number;
}

function judgeAll(seed: number): Judged[] {
  const memory = createMemory();
  return drawPopulation(seed, sizes).map((attempt) => {
    const atMs = epochMs + attempt.atMs;
    const at = new Date(atMs);
    if (attempt.signedUpMs !== null) memory.outcome(attempt, "signed-up", epochMs + attempt.signedUpMs);
    const history = memory.read(attempt.keys, atMs);
    const facts = factsOf({ ...attempt, at, channelProven: false }, history);
    const evaluation = evaluateRisk(facts, new Set(), at);
    memory.sight(attempt, atMs);
    const stopped = evaluation.decision === "review" || evaluation.decision === "block";
    if (!stopped && attempt.declined) memory.outcome(attempt, "declined", atMs + seconds(3));
    if (!stopped && !attempt.declined) {
      memory.outcome(attempt, "delivered", atMs + days(3));
      if (attempt.aftermath !== null) memory.outcome(attempt, attempt.aftermath, atMs + days(4));
    }
    return { attempt, evaluation, linked: facts.linkedPeople };
  });
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
const isHeld = ({ evaluation }: Judged) => evaluation.decision === "review" || evaluation.decision === "block";

function report(judged: readonly Judged[]) {
  const honestHeld = judged.filter((one) => !isAbusive(one.attempt.class) && isHeld(one)).length;
  const rows = populationClasses.map((name) => {
    const own = judged.filter(({ attempt }) => attempt.class === name);
    const held = own.filter(isHeld);
    const groups = new Set(own.map(({ attempt }) => attempt.group));
    const caught = new Set(held.map(({ attempt }) => attempt.group));
    return {
      class: name,
      attempts: own.length,
      held: share(held.length, own.length),
      stepUp: share(own.filter(({ evaluation }) => evaluation.decision === "step-up").length, own.length),
      caught: share(caught.size, groups.size),
      precision: share(held.length, held.length + honestHeld),
    };
  });
  return Object.fromEntries(rows.map((row) => [row.class, row])) as Record<PopulationClass, (typeof rows)[number]>;
}

describe.each([1, 7, 2026])("a market of two months, drawn with seed %i", (seed) => {
  const judged = judgeAll(seed);
  const rows = report(judged);

  test("of honest attempts fewer than one in two hundred is held, and no kind of honest buyer is held more than one in a hundred", () => {
    const meantWell = judged.filter(({ attempt }) => !isAbusive(attempt.class));
    expect(share(meantWell.filter(isHeld).length, meantWell.length)).toBeLessThan(0.005);
    for (const name of ["honest", "family", "agency"] as const) expect(rows[name].held, name).toBeLessThan(0.01);
  });

  test("and fewer than one in fifty is asked for more", () => {
    for (const name of ["honest", "family", "agency"] as const) expect(rows[name].stepUp, name).toBeLessThan(0.02);
  });

  test("four of five rings, every card tester and nine of ten refund abusers are caught", () => {
    expect(rows.ring.caught).toBeGreaterThan(0.8);
    expect(rows["card-tester"].caught).toBe(1);
    expect(rows["refund-abuser"].caught).toBeGreaterThan(0.9);
    expect(rows.ring.held).toBeGreaterThan(0.12);
    expect(rows["card-tester"].held).toBeGreaterThan(0.6);
    expect(rows["refund-abuser"].held).toBeGreaterThan(0.4);
  });

  test("what is held is mostly theirs", () => {
    for (const name of ["ring", "card-tester", "refund-abuser"] as const) {
      expect(rows[name].precision, name).toBeGreaterThan(0.8);
    }
  });

  test("somebody under a second address is recognized, and may still buy", () => {
    const own = judged.filter(({ attempt }) => attempt.class === "self-referrer");
    const first = new Set<string>();
    const later = own.filter(({ attempt }) => {
      const isLater = first.has(attempt.group);
      first.add(attempt.group);
      return isLater;
    });
    expect(share(later.filter(({ linked }) => linked > 0).length, later.length)).toBeGreaterThan(0.95);
    expect(rows["self-referrer"].held).toBeLessThan(0.02);
  });
});
