import { expect, test } from "vitest";
import { chooseService } from "./choose-service.ts";
import type { ServiceCandidate } from "./provider-repository.ts";
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

const candidate = (changes: Partial<ServiceCandidate>): ServiceCandidate => ({
  providerId: "prv_a",
  providerName: "A",
  providerState: "active",
  service: "s",
  cost: { model: "flat", amountMinor: 1 },
  currency: "EUR",
  unitsPerItem: 1,
  priority: 10,
  ofProduct: false,
  ...changes,
});

test("a product's own row wins over its service key's, then the lower priority number", () => {
  const own = candidate({ providerId: "prv_own", ofProduct: true, priority: 99 });
  const first = candidate({ providerId: "prv_first", priority: 1 });
  expect(chooseService([first, candidate({}), own])).toMatchObject({ service: { providerId: "prv_own" } });
  expect(chooseService([candidate({}), first])).toMatchObject({ service: { providerId: "prv_first" } });
});

test("a paused supplier is passed over, and alone it makes the line wait", () => {
  const paused = candidate({ providerState: "paused", priority: 1 });
  expect(chooseService([paused, candidate({ providerId: "prv_b" })])).toMatchObject({
    service: { providerId: "prv_b" },
  });
  expect(chooseService([paused])).toEqual({ kind: "paused" });
});

test("a retired supplier is as good as none", () => {
  expect(chooseService([candidate({ providerState: "retired" })])).toEqual({ kind: "none" });
});
