import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createTax } from "#modules/tax";
import { totalCart } from "./total-cart.ts";

const tax = createTax();
const german = tax.assess({ sellerCountry: "DE", billingCountry: "DE" });
const discount = (amountMinor: number) => ({ kind: "points", label: "Points", amountMinor });

describe("a cart's total", () => {
  test("taxes each line once and adds up the lines", () => {
    const totals = totalCart(
      [
        { id: "a", netMinor: 1_003 },
        { id: "b", netMinor: 2_005 },
      ],
      [],
      german,
    );
    expect(totals.lines.map((line) => line.taxMinor)).toEqual([191, 381]);
    expect(totals).toMatchObject({ netMinor: 3_008, taxMinor: 572, totalMinor: 3_580 });
    expect(totals.taxes).toEqual([{ rateBp: 1_900, baseMinor: 3_008, taxMinor: 572, label: german.label }]);
  });

  test("spreads an adjustment over the lines by what they cost", () => {
    const totals = totalCart(
      [
        { id: "a", netMinor: 1_000 },
        { id: "b", netMinor: 2_000 },
      ],
      [discount(-100)],
      german,
    );
    expect(totals.lines.map((line) => line.netMinor)).toEqual([967, 1_933]);
  });

  test("refuses adjustments worth more than the lines", () => {
    expect(() => totalCart([{ id: "a", netMinor: 100 }], [discount(-101)], german)).toThrow(
      expect.objectContaining({ code: "money.out-of-range" }),
    );
  });

  test("every split adds up again, and no line goes below zero", () => {
    const nets = fc.array(fc.nat(10_000_000), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(
        nets,
        fc.float({ min: 0, max: 1, noNaN: true }),
        fc.constantFrom(0, 1900, 2550),
        (given, share, rateBp) => {
          const sum = given.reduce((a, b) => a + b, 0);
          const lines = given.map((netMinor, index) => ({ id: `l${index}`, netMinor }));
          const off = Math.floor(sum * share);
          const totals = totalCart(lines, [discount(-off), discount(0)], { ...german, rateBp });
          expect(totals.netMinor).toBe(sum - off);
          expect(totals.lines.reduce((a, line) => a + line.netMinor, 0)).toBe(totals.netMinor);
          expect(totals.lines.reduce((a, line) => a + line.grossMinor, 0)).toBe(totals.totalMinor);
          expect(totals.netMinor + totals.taxMinor).toBe(totals.totalMinor);
          expect(totals.lines.every((line) => line.netMinor >= 0)).toBe(true);
          const each = rateBp / 10_000;
          expect(Math.abs(totals.taxMinor - totals.netMinor * each)).toBeLessThanOrEqual(lines.length / 2 + 1e-3);
        },
      ),
      { numRuns: 10_000 },
    );
  });
});
