import { expect, test } from "vitest";
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
