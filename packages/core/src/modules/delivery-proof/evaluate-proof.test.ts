import { seededRandom } from "@smplat/inference";
import { describe, expect, test } from "vitest";
import { days, hours } from "#kernel/clock";
import { evaluateProof, type Measured, type ProofFacts } from "./evaluate-proof.ts";

const start = Date.parse("2026-10-01T08:00:00Z");
const reading = (dayOffset: number, followers: number | null, step = 0): Measured => ({
  takenAt: new Date(start + days(dayOffset)),
  followers,
  precision: { step },
});

/** Gains of 12, 15, 9, 14, 10, 13, 11 in the seven days before the baseline. */
const week = [1_000, 1_012, 1_027, 1_036, 1_050, 1_060, 1_073].map((followers, day) => reading(day - 7, followers));
const baseline = reading(0, 1_084);

const facts = (changes: Partial<ProofFacts>): ProofFacts => ({
  state: "completed",
  deliverableKind: "placement",
  deliveredUnits: 10,
  completedAt: new Date(start + days(7)),
  measurable: true,
  baseline,
  baselineMissing: false,
  latest: reading(7, 1_334),
  history: week,
  ...changes,
});

const never = (): never => {
  throw new Error("There is a model");
};

describe("what a before and after may claim", () => {
  test("a gain beyond usual growth is consistent with the work, with the reference interval", () => {
    const { label, change } = evaluateProof(facts({}));
    expect(label).toBe("consistent_with");
    expect(change).toMatchObject({
      ...{ observed: 250, expectedOrganic: 84, lift: 166, low: 146.2, high: 185.8, sampleSize: 9 },
      model: { increments: 7, historyDays: 7, meanPerDay: 12, horizonDays: 7, stepBefore: 0, stepAfter: 0 },
    });
    // The arithmetic can be redone from the numbers that are shown.
    const { meanPerDay, sdPerDay, horizonDays, historyDays, quantile, forecastSd } = change?.model ?? never();
    expect(forecastSd).toBeCloseTo(sdPerDay * Math.sqrt(horizonDays * (1 + horizonDays / historyDays)), 12);
    expect(250 - horizonDays * meanPerDay - quantile * forecastSd).toBeCloseTo(change?.low ?? 0, 1);
  });

  test("a gain within usual growth is inconclusive", () => {
    expect(evaluateProof(facts({ latest: reading(7, 1_084 + 90) }))).toMatchObject({
      label: "inconclusive",
      finding: "within_usual",
    });
  });

  test("a gain below usual growth contradicts", () => {
    expect(evaluateProof(facts({ latest: reading(7, 1_084) })).label).toBe("contradicts");
  });

  test("without three stretches of history the change is shown and nothing is said about it", () => {
    const { label, finding, change } = evaluateProof(facts({ history: week.slice(-2) }));
    expect({ label, finding }).toEqual({ label: "inconclusive", finding: "no_history" });
    expect(change).toEqual({
      ...{ observed: 250, expectedOrganic: null, lift: null, low: null, high: null, sampleSize: 2 },
      model: null,
    });
  });

  test("many readings in one hour are one stretch of history, not many", () => {
    const burst = [0.9, 0.8, 0.7, 0.6].map((hour) => reading(-hour / 24, 1_084));
    expect(evaluateProof(facts({ history: burst })).finding).toBe("no_history");
  });

  test("only ad results the platform itself counted are attributed", () => {
    for (const deliverableKind of ["placement", "asset", "hours", "audit"] as const) {
      expect(evaluateProof(facts({ deliverableKind })).label).not.toBe("attributed");
    }
    expect(evaluateProof(facts({ deliverableKind: "reported_ad_result" })).label).toBe("attributed");
    expect(evaluateProof(facts({ deliverableKind: "reported_ad_result", deliveredUnits: 0 })).label).not.toBe(
      "attributed",
    );
  });
});

describe("rounded counts", () => {
  test("widen the interval at both ends by their steps", () => {
    const exact = evaluateProof(facts({})).change;
    const rounded = evaluateProof(facts({ baseline: reading(0, 1_084, 10), latest: reading(7, 1_334, 10) })).change;
    const driftError = 10;
    expect(rounded?.low).toBeCloseTo((exact?.low ?? 0) - 10 - driftError, 6);
    expect(rounded?.high).toBeCloseTo((exact?.high ?? 0) + 10 + driftError, 6);
  });

  test("a change that a step could explain is inconclusive", () => {
    const flat = [-4, -3, -2, -1].map((day) => reading(day, 123_000, 1_000));
    const result = evaluateProof(
      facts({ history: flat, baseline: reading(0, 123_000, 1_000), latest: reading(7, 124_000, 1_000) }),
    );
    expect(result.label).toBe("inconclusive");
  });
});

test("with counts rounded down the interval still holds the true lift at least as often as it says", () => {
  const { uniform, normal } = seededRandom(17);
  const step = 100;
  const rounded = (count: number) => Math.floor(count / step) * step;
  const rounds = 1_500;
  let hits = 0;
  for (let round = 0; round < rounds; round += 1) {
    const [drift, spread, truth] = [40 * uniform(), 5 + 60 * uniform(), 500 * uniform()];
    let count = 50_000 + 1_000 * uniform();
    const past = Array.from({ length: 8 }, (_, day) => {
      count += drift + spread * normal();
      return reading(day - 7, rounded(count), step);
    });
    for (let day = 0; day < 7; day += 1) count += drift + spread * normal();
    const { change } = evaluateProof(
      facts({
        history: past.slice(0, -1),
        baseline: past.at(-1) ?? baseline,
        latest: reading(7, rounded(count + truth), step),
      }),
    );
    if (change !== null && (change.low ?? 0) <= truth && truth <= (change.high ?? 0)) hits += 1;
  }
  expect(hits / rounds).toBeGreaterThan(0.93);
});

describe("what is not known is not claimed", () => {
  test.each([
    ["awaiting", "not_yet_known", "not_started"],
    ["ready", "not_yet_known", "not_started"],
    ["delivering", "not_yet_known", "working"],
    ["canceled", "not_yet_known", "canceled"],
  ] as const)("a line that is %s is %s", (state, label, finding) => {
    expect(evaluateProof(facts({ state, completedAt: null }))).toMatchObject({ label, finding });
  });

  test("a finished line waits for a reading from after its end", () => {
    expect(evaluateProof(facts({ latest: reading(6.9, 1_300) })).finding).toBe("awaiting_reading");
    expect(evaluateProof(facts({ latest: null })).finding).toBe("awaiting_reading");
  });

  test("no baseline and no measurement can never be told", () => {
    expect(evaluateProof(facts({ baseline: null, baselineMissing: true }))).toMatchObject({
      label: "inconclusive",
      finding: "no_baseline",
      change: null,
    });
    expect(evaluateProof(facts({ measurable: false, baseline: null }))).toMatchObject({
      label: "inconclusive",
      finding: "not_measured",
    });
  });

  test("a count that was not told is no zero", () => {
    expect(evaluateProof(facts({ latest: reading(7, null) })).change).toBeNull();
    const gaps = [reading(-5, 1_000), reading(-4, null), reading(-3, 1_030), reading(-2, 1_041)];
    expect(evaluateProof(facts({ history: gaps })).change?.sampleSize).toBe(5);
  });

  test("a latest reading from before the baseline makes no change", () => {
    const early: Measured = { ...baseline, takenAt: new Date(start - hours(1)) };
    expect(evaluateProof(facts({ latest: early })).change).toBeNull();
  });
});
