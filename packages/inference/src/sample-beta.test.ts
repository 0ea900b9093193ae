import { expect, test } from "vitest";
import { betaCdf } from "./incomplete-beta.ts";
import { sampleBeta } from "./sample-beta.ts";
import { seededRandom } from "./seeded-random.ts";

test("the same seed draws the same numbers", () => {
  const draws = (seed: number) => {
    const random = seededRandom(seed);
    return Array.from({ length: 20 }, () => sampleBeta(random, 19, 1));
  };
  expect(draws(7)).toEqual(draws(7));
  expect(draws(7)).not.toEqual(draws(8));
});

// The distance between the drawn and the true distribution is above 1.95 / √n once in a thousand (Kolmogorov): with
// fixed seeds this passes for ever or fails for ever.
test.each([
  [19, 1],
  [0.5, 0.5],
  [1, 1],
  [2.5, 40],
  [480, 20],
])("draws from Beta(%d, %d) follow its distribution", (a, b) => {
  const random = seededRandom(20_261_122);
  const count = 4_000;
  const draws = Array.from({ length: count }, () => sampleBeta(random, a, b)).sort((x, y) => x - y);
  const distance = Math.max(...draws.map((x, index) => Math.abs(betaCdf(x, a, b) - (index + 0.5) / count)));
  expect(distance).toBeLessThan(1.95 / Math.sqrt(count));
});

test("impossible shapes give no number", () => {
  expect(sampleBeta(seededRandom(1), 0, 1)).toBeNaN();
  expect(sampleBeta(seededRandom(1), 1, Number.POSITIVE_INFINITY)).toBeNaN();
});
