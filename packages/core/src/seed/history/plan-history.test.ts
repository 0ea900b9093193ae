import { describe, expect, test } from "vitest";
import { assortment } from "./assortment.ts";
import { cast } from "./cast.ts";
import { historySizes } from "./history-sizes.ts";
import { planHistory } from "./plan-history.ts";

const end = new Date("2026-11-22T15:20:00Z");
const full = planHistory(1, end, historySizes.full, assortment);

describe("the demo's past", () => {
  test("is the same for the same seed and another for another", () => {
    expect(planHistory(1, end, historySizes.full, assortment)).toEqual(full);
    expect(planHistory(2, end, historySizes.full, assortment)).not.toEqual(full);
  });

  test("delivers twenty lines or more of at least half the products, each with a guarantee begun", () => {
    const settled = full.orders.filter(
      ({ at, fate }) => fate === "delivered" && end.getTime() - at.getTime() > 5 * 86_400_000,
    );
    const lines = settled.flatMap((order) => order.lines);
    const products = Object.entries(Object.groupBy(lines, ({ slug }) => slug));
    const enough = products.filter(([, bought]) => (bought?.length ?? 0) >= 20);
    expect(enough.length * 2).toBeGreaterThanOrEqual(assortment.popular.length + assortment.other.length);
  });

  test("holds more of nothing than is on sale", () => {
    const lines = [...full.orders, ...full.unpaid].flatMap((order) => order.lines);
    for (const { slug, capacity } of [...assortment.popular, ...assortment.other]) {
      const bought = lines.filter((line) => line.slug === slug).reduce((sum, { quantity }) => sum + quantity, 0);
      expect(bought, slug).toBeLessThanOrEqual(capacity ?? Number.POSITIVE_INFINITY);
    }
  });

  test("lets everybody show a channel days before the first order for it", () => {
    for (const { at, buyer, lines } of [...full.orders, ...full.unpaid]) {
      expect(buyer).toBeLessThan(cast.length);
      for (const { platform } of lines) {
        const shown = full.acquaintances.find((one) => one.buyer === buyer && one.platform === platform);
        expect(at.getTime() - (shown?.at.getTime() ?? 0)).toBeGreaterThanOrEqual(3 * 86_400_000);
        expect(shown?.at.getTime()).toBeGreaterThan(full.start.getTime());
      }
    }
  });

  test("gives the customer whose login is shown good orders and none of the trouble", () => {
    const own = [...full.orders, ...full.unpaid].filter(({ buyer }) => buyer === 0);
    expect(own.length).toBeGreaterThanOrEqual(5);
    expect(new Set(own.map(({ fate }) => fate))).toEqual(new Set(["delivered"]));
  });

  test("has every fate also when it is small", () => {
    const small = planHistory(1, end, historySizes.small, assortment);
    const fates = new Set([...small.orders, ...small.unpaid].map(({ fate }) => fate));
    expect([...fates].sort()).toEqual([
      "abandoned",
      "delivered",
      "disputed",
      "held",
      "lost",
      "regretted",
      "returned",
      "unpaid",
      "withdrawn",
    ]);
  });
});
