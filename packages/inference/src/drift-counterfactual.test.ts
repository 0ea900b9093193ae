import { expect, test } from "vitest";
import { driftCounterfactual, type Increment } from "./drift-counterfactual.ts";
import { seededRandom } from "./seeded-random.ts";

const daily = (gains: readonly number[]): Increment[] => gains.map((gain) => ({ gain, duration: 1 }));

test("a week of daily increments and a week of work give the reference numbers", () => {
  const result = driftCounterfactual(daily([12, 15, 9, 14, 10, 13, 11]), { gain: 250, horizon: 7 });
  expect(result?.mean).toBe(12);
  expect(result?.sd).toBeCloseTo(2.160246899469287, 14);
  expect(result?.forecastSd).toBeCloseTo(8.082903768654761, 13);
  expect(result?.lift).toBe(166);
  expect((result?.high ?? 0) - 166).toBeCloseTo(19.778153023185745, 8);
  expect(166 - (result?.low ?? 0)).toBeCloseTo(19.778153023185745, 8);
});

test("fewer than three increments give no estimate, and no time gives none either", () => {
  expect(driftCounterfactual(daily([12, 15]), { gain: 250, horizon: 7 })).toBeNull();
  expect(driftCounterfactual(daily([12, 15, 9]), { gain: 250, horizon: 0 })).toBeNull();
  expect(driftCounterfactual([...daily([12, 15]), { gain: 1, duration: 0 }], { gain: 250, horizon: 7 })).toBeNull();
});

test("increments of unlike length weigh by their length: the drift is what was gained over the time it took", () => {
  const result = driftCounterfactual(
    [
      { gain: 24, duration: 2 },
      { gain: 6, duration: 0.5 },
      { gain: 30, duration: 2.5 },
    ],
    { gain: 36, horizon: 3 },
  );
  expect(result).toMatchObject({ mean: 12, sd: 0, expected: 36, lift: 0 });
});

test("the interval holds the true lift about as often as it says, for even and uneven readings", () => {
  const random = seededRandom(11);
  const rounds = 3_000;
  let hits = 0;
  for (let round = 0; round < rounds; round += 1) {
    const drift = 40 * random.uniform() - 10;
    const spread = 1 + 9 * random.uniform();
    const grow = (duration: number) => drift * duration + spread * Math.sqrt(duration) * random.normal();
    const durations = Array.from({ length: 3 + Math.floor(6 * random.uniform()) }, () => 0.25 + 2 * random.uniform());
    const horizon = 1 + 9 * random.uniform();
    const truth = 100 * random.uniform();
    const past = durations.map((duration) => ({ gain: grow(duration), duration }));
    const result = driftCounterfactual(past, { gain: grow(horizon) + truth, horizon });
    if (result !== null && result.low <= truth && truth <= result.high) hits += 1;
  }
  expect(hits / rounds).toBeGreaterThan(0.938);
  expect(hits / rounds).toBeLessThan(0.962);
});
