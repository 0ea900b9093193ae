import fc from "fast-check";
import { expect, test } from "vitest";
import { quantile, weightedQuantile } from "./quantile.ts";

test("quantiles interpolate between the values in order", () => {
  expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5);
  expect(quantile([1, 2, 3, 4], 0.25)).toBe(1.75);
  expect(quantile([7], 0.9)).toBe(7);
  expect(quantile([], 0.5)).toBeNaN();
  expect(quantile([1], -0.1)).toBeNaN();
});

test("with equal weights the weighted median is the median", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1_000, max: 1_000 }), { minLength: 1, maxLength: 60 }), (values) => {
      const entries = values.map((value) => ({ value, weight: 0.1 }));
      expect(weightedQuantile(entries, 0.5)).toBe(quantile(values, 0.5));
    }),
    { seed: 3 },
  );
});

test("a weight of three counts as three entries, and no weight as none", () => {
  const entries = [
    { value: 10, weight: 3 },
    { value: 20, weight: 1 },
    { value: 99, weight: 0 },
  ];
  expect(weightedQuantile(entries, 0.5)).toBe(10);
  expect(weightedQuantile(entries, 0.75)).toBe(15);
  expect(weightedQuantile(entries, 0.9)).toBe(20);
  expect(weightedQuantile([{ value: 1, weight: 0 }], 0.5)).toBeNaN();
});
