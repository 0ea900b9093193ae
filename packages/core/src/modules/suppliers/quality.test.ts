import { betaQuantile } from "@smplat/inference";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addTallies,
  believe,
  discount,
  emptyTally,
  estimateHours,
  estimateShare,
  meanOf,
  scoreOf,
  type Tally,
} from "./quality.ts";

/** As the database adds one outcome after the other. */
const tallyOf = (values: readonly number[]): Tally =>
  values.reduce(
    (tally, value) => ({
      sum: tally.sum * discount + value,
      squares: tally.squares * discount + value * value,
      weight: tally.weight * discount + 1,
      observations: tally.observations + 1,
    }),
    emptyTally,
  );
const shares = (good: number, bad: number): Tally => tallyOf([...Array(bad).fill(0), ...Array(good).fill(1)]);

describe("what is shown", () => {
  test("below twenty outcomes nothing is claimed, and how many there are is told", () => {
    expect(estimateShare(shares(19, 0))).toEqual({ known: false, observations: 19 });
    expect(estimateHours(tallyOf([1, 1]))).toEqual({ known: false, observations: 2 });
    expect(scoreOf({ success: { known: false, observations: 3 } })).toEqual({ known: false, observations: 3 });
  });

  test("a share's interval is Jeffreys' over the discounted sums, and holds the share", () => {
    const tally = shares(95, 5);
    const estimate = estimateShare(tally);
    const [a, b] = [tally.sum + 0.5, tally.weight - tally.sum + 0.5];
    expect(estimate).toMatchObject({
      known: true,
      interval: { low: betaQuantile(0.025, a, b), high: betaQuantile(0.975, a, b) },
      observations: 100,
    });
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 20, maxLength: 200 }), (values) => {
        const found = estimateShare(tallyOf(values));
        if (!found.known) throw new Error("twenty outcomes speak");
        expect(found.interval.low).toBeLessThanOrEqual(found.interval.high);
        expect(found.value).toBeGreaterThanOrEqual(0);
        expect(found.value).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });

  test("about the last five hundred outcomes speak", () => {
    expect(shares(100_000, 0).weight).toBeLessThan(500.1);
    expect(shares(100_000, 0).weight).toBeGreaterThan(499);
    const changed = tallyOf([...Array(2_000).fill(1), ...Array(500).fill(0)]);
    expect(changed.sum / changed.weight).toBeLessThan(0.4);
  });

  test("a typical time is the median of a log-normal one, with its interval around it", () => {
    const hours = estimateHours(tallyOf(Array.from({ length: 40 }, (_, index) => Math.log(index % 2 === 0 ? 2 : 8))));
    expect(hours).toMatchObject({ known: true, observations: 40 });
    if (!hours.known) return;
    expect(hours.value).toBeCloseTo(4, 1);
    expect(hours.interval.low).toBeGreaterThan(3);
    expect(hours.interval.high).toBeLessThan(5.2);
  });

  test("the score rewards the better in every part, and a broken word costs most", () => {
    const perfect = estimateShare(shares(100, 0));
    const flawed = estimateShare(shares(90, 10));
    const flaw = estimateShare(shares(10, 90));
    const none = estimateShare(shares(0, 100));
    const score = (parts: Parameters<typeof scoreOf>[0]) => {
      const found = scoreOf(parts);
      return found.known ? found.value : Number.NaN;
    };
    const best = score({ success: perfect, "on-time": perfect, mismatch: none });
    const late = score({ success: perfect, "on-time": flawed, mismatch: none });
    const broken = score({ success: perfect, "on-time": perfect, mismatch: flaw });
    expect(best).toBeCloseTo(100, 6);
    expect(late).toBeLessThan(best);
    expect(broken).toBeLessThan(late);
  });
});

describe("what is believed", () => {
  test("a newcomer is neither saint nor villain, and its own outcomes soon outweigh everything", () => {
    expect(meanOf(believe(emptyTally, emptyTally))).toBeCloseTo(0.95, 12);
    expect(meanOf(believe(shares(0, 10), emptyTally))).toBeLessThan(0.7);
    expect(meanOf(believe(shares(5, 395), emptyTally))).toBeLessThan(0.1);
  });

  test("a thin cell is drawn towards the supplier's other work, a thick one hardly", () => {
    const poor = shares(100, 100);
    expect(meanOf(believe(emptyTally, poor))).toBeLessThan(0.6);
    expect(meanOf(believe(shares(300, 0), poor))).toBeGreaterThan(0.95);
    expect(addTallies([poor, poor]).observations).toBe(400);
  });
});
