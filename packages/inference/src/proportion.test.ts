import { expect, test } from "vitest";
import { jeffreysInterval, wilsonInterval } from "./proportion.ts";
import { seededRandom } from "./seeded-random.ts";

const reference = [
  {
    k: 8,
    n: 10,
    wilson: [0.49016247153664183, 0.9433178485456247],
    jeffreys: [0.4972255035600069, 0.9559405864473692],
  },
  { k: 0, n: 10, wilson: [0, 0.2775327998628892], jeffreys: [0.000047890433157581876, 0.21719626750921053] },
  {
    k: 950,
    n: 1000,
    wilson: [0.9346861797557492, 0.9618697376072513],
    jeffreys: [0.9351715442668522, 0.9622298677457253],
  },
  {
    k: 45,
    n: 50,
    wilson: [0.7863976856252035, 0.9565242350681096],
    jeffreys: [0.7946451719769524, 0.9608056356058162],
  },
] as const;

test.each(reference)("$k of $n: both intervals as computed independently", ({ k, n, wilson, jeffreys }) => {
  const w = wilsonInterval(k, n);
  expect(w.low).toBeCloseTo(wilson[0], 12);
  expect(w.high).toBeCloseTo(wilson[1], 12);
  const j = jeffreysInterval(k, n);
  expect(j.low).toBeCloseTo(jeffreys[0], 10);
  expect(j.high).toBeCloseTo(jeffreys[1], 10);
});

test("impossible counts are refused", () => {
  for (const [k, n] of [
    [1, 0],
    [-1, 5],
    [6, 5],
    [1.5, 5],
  ] as const) {
    expect(() => wilsonInterval(k, n)).toThrow(RangeError);
    expect(() => jeffreysInterval(k, n)).toThrow(RangeError);
  }
});

test("over many draws both intervals hold the true share about as often as they say", () => {
  const random = seededRandom(7);
  const rounds = 2_000;
  let wilson = 0;
  let jeffreys = 0;
  for (let round = 0; round < rounds; round += 1) {
    const share = 0.05 + 0.9 * random.uniform();
    const trials = 20 + Math.floor(80 * random.uniform());
    let successes = 0;
    for (let trial = 0; trial < trials; trial += 1) if (random.uniform() < share) successes += 1;
    const holds = ({ low, high }: { low: number; high: number }) => low <= share && share <= high;
    if (holds(wilsonInterval(successes, trials))) wilson += 1;
    if (holds(jeffreysInterval(successes, trials))) jeffreys += 1;
  }
  for (const hits of [wilson, jeffreys]) {
    expect(hits / rounds).toBeGreaterThan(0.935);
    expect(hits / rounds).toBeLessThan(0.97);
  }
});
