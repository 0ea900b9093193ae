import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { allocateMinor, basisPoints, money, scaleMinor, sumMinor } from "./money.ts";

const amount = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 });
const weights = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 20 });

describe("splitting", () => {
  test("parts add up to the total exactly, whatever the weights", () => {
    fc.assert(
      fc.property(amount, weights, (total, given) => sumMinor(allocateMinor(total, given)) === total),
      { numRuns: 50_000 },
    );
  });
  test("no part is more than one minor unit from its exact share", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), weights, (total, given) => {
        const sum = given.reduce((a, b) => a + b, 0);
        if (sum === 0) return;
        allocateMinor(total, given).forEach((part, index) => {
          expect(Math.abs(part - (total * (given[index] ?? 0)) / sum)).toBeLessThan(1.000001);
        });
      }),
      { numRuns: 20_000 },
    );
  });
  test("a split mirrors its negative", () => {
    fc.assert(
      fc.property(amount, weights, (total, given) => {
        expect(allocateMinor(-total, given)).toEqual(
          allocateMinor(total, given).map((part) => (part === 0 ? 0 : -part)),
        );
      }),
    );
  });
  test("weights of nothing split evenly, the remainder to the first", () => {
    expect(allocateMinor(10, [0, 0, 0])).toEqual([4, 3, 3]);
    expect(allocateMinor(5, [])).toEqual([]);
  });
});

describe("rounding", () => {
  test.each([
    [100, 1_900, 19],
    [1_015, 1_900, 193],
    [5, 1_000, 1],
    [-5, 1_000, -1],
    [4, 1_000, 0],
  ])("%i at %i basis points is %i: half goes away from zero", (net, bp, expected) => {
    expect(basisPoints(net, bp)).toBe(expected);
  });
  test("scaling by a whole is exact up to the largest safe amount", () => {
    expect(scaleMinor(Number.MAX_SAFE_INTEGER, 3, 3)).toBe(Number.MAX_SAFE_INTEGER);
  });
});

describe("amounts a number can't hold exactly are refused, never rounded", () => {
  test.each([2 ** 53, 0.5, Number.NaN, Number.POSITIVE_INFINITY, -(2 ** 53)])("%d", (value) => {
    expect(() => money(value, "EUR")).toThrowError(expect.objectContaining({ code: "money.out-of-range" }));
  });
  test("also when only the sum or the product is too large", () => {
    expect(() => sumMinor([Number.MAX_SAFE_INTEGER, 1])).toThrowError(
      expect.objectContaining({ code: "money.out-of-range" }),
    );
    expect(() => scaleMinor(Number.MAX_SAFE_INTEGER, 2, 1)).toThrowError(
      expect.objectContaining({ code: "money.out-of-range" }),
    );
  });
});
