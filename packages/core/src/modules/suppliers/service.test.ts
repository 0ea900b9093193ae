import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CostModel, quoteCost } from "./service.ts";

test("a flat cost does not depend on the quantity", () => {
  expect(quoteCost({ model: "flat", amountMinor: 500 }, 1)).toBe(500);
  expect(quoteCost({ model: "flat", amountMinor: 500 }, 1_000)).toBe(500);
});

test("a fraction of a cent per unit is rounded once, over the whole", () => {
  const cost: CostModel = { model: "per_unit", amountMinor: 45, perUnits: 100 };
  expect(quoteCost(cost, 1_000)).toBe(450);
  expect(quoteCost(cost, 3)).toBe(1);
});

test("the tier that a quantity reaches prices all of it", () => {
  const cost: CostModel = {
    model: "tiered",
    tiers: [
      { fromUnits: 0, amountMinor: 100, perUnits: 1 },
      { fromUnits: 10, amountMinor: 80, perUnits: 1 },
    ],
  };
  expect(quoteCost(cost, 9)).toBe(900);
  expect(quoteCost(cost, 10)).toBe(800);
});

test("a negative or fractional price is refused", () => {
  expect(CostModel.safeParse({ model: "flat", amountMinor: -1 }).success).toBe(false);
  expect(CostModel.safeParse({ model: "per_unit", amountMinor: 0.5, perUnits: 1 }).success).toBe(false);
});

describe("whatever the model", () => {
  const amount = fc.integer({ min: 0, max: 1_000_000 });
  const units = fc.integer({ min: 1, max: 10_000 });
  const tier = fc.record({ fromUnits: fc.integer({ min: 1, max: 100_000 }), amountMinor: amount, perUnits: units });
  const model: fc.Arbitrary<CostModel> = fc.oneof(
    fc.record({ model: fc.constant("flat" as const), amountMinor: amount }),
    fc.record({ model: fc.constant("per_unit" as const), amountMinor: amount, perUnits: units }),
    fc.record({
      model: fc.constant("tiered" as const),
      tiers: fc
        .uniqueArray(tier, { selector: (entry) => entry.fromUnits, maxLength: 5 })
        .map((tiers) => [{ fromUnits: 0, amountMinor: 7, perUnits: 3 }, ...tiers]),
    }),
  );
  const quantity = fc.integer({ min: 1, max: 1_000_000 });

  test("a cost is a whole number of minor units, never negative, and within half a unit of the exact one", () => {
    fc.assert(
      fc.property(model, quantity, (cost, many) => {
        expect(CostModel.safeParse(cost).success).toBe(true);
        const quoted = quoteCost(cost, many);
        expect(Number.isSafeInteger(quoted) && quoted >= 0).toBe(true);
        if (cost.model === "per_unit") {
          expect(Math.abs(quoted * cost.perUnits - cost.amountMinor * many) * 2).toBeLessThanOrEqual(cost.perUnits);
        }
      }),
    );
  });

  test("more of the same tier never costs less, and the order in which tiers are written does not matter", () => {
    fc.assert(
      fc.property(model, quantity, quantity, (cost, a, b) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)];
        if (cost.model === "tiered") {
          const turned = { ...cost, tiers: cost.tiers.toReversed() };
          expect(quoteCost(turned, a)).toBe(quoteCost(cost, a));
        } else expect(quoteCost(cost, less)).toBeLessThanOrEqual(quoteCost(cost, more));
      }),
    );
  });

  test("tiers start at zero and each starts once", () => {
    const tiers = (...from: number[]) => from.map((fromUnits) => ({ fromUnits, amountMinor: 1, perUnits: 1 }));
    expect(CostModel.safeParse({ model: "tiered", tiers: tiers(1, 5) }).success).toBe(false);
    expect(CostModel.safeParse({ model: "tiered", tiers: tiers(0, 5, 5) }).success).toBe(false);
  });
});
