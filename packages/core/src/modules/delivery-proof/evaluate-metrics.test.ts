import { describe, expect, test } from "vitest";
import { days } from "#kernel/clock";
import { type Bucket, countLine, evaluateMetrics, metricsOf, weightAt } from "./evaluate-metrics.ts";

const at = new Date("2026-11-01T00:00:00Z");
const sums = (lines: number) => ({ lines, weight: lines, onTimeWeight: lines * 0.9 });
const bucket = (measure: Bucket["measure"], value: number, lines: number, weight = lines): Bucket => ({
  measure,
  value,
  lines,
  weight,
});

describe("numbers of a product", () => {
  test("are hidden below twenty lines", () => {
    const shown = evaluateMetrics(sums(19), [bucket("fulfillment", 100, 19), bucket("lift", 50, 19)]);
    expect(shown).toEqual({ fulfillmentPercent: null, lift: null, onTimePercent: null });
  });

  test("are shown from twenty on: median, middle half, share on time", () => {
    const shown = evaluateMetrics(sums(20), [
      bucket("fulfillment", 60, 5),
      bucket("fulfillment", 100, 10),
      bucket("fulfillment", 104, 5),
    ]);
    expect(shown.fulfillmentPercent).toEqual({ median: 100, low: 80, high: 102 });
    expect(shown.onTimePercent).toBe(90);
    expect(shown.lift).toBeNull();
  });

  test("lift needs twenty lines of its own", () => {
    const shown = evaluateMetrics(sums(60), [bucket("fulfillment", 100, 60), bucket("lift", 25, 20)]);
    expect(shown.lift).toEqual({ median: 2.5, low: 2.5, high: 2.5, sampleSize: 20 });
  });

  test("a product nobody bought has none", () => {
    expect(metricsOf("prd_2", null)).toMatchObject({
      sampleSize: 0,
      minimumSample: 20,
      fulfillmentPercent: null,
      computedAt: null,
      onTimePercent: null,
    });
  });

  test("recent lines weigh more: ninety days are one half", () => {
    expect(weightAt(at) / weightAt(new Date(at.getTime() - days(90)))).toBeCloseTo(2, 12);
    const old = weightAt(new Date(at.getTime() - days(360)));
    const shown = evaluateMetrics(sums(24), [
      bucket("fulfillment", 50, 16, 16 * old),
      bucket("fulfillment", 100, 8, 8 * weightAt(at)),
    ]);
    expect(shown.fulfillmentPercent?.median).toBe(100);
  });
});

describe("what a line adds", () => {
  const line = {
    orderedUnits: 1_000,
    deliveredUnits: 999,
    completedAt: at,
    onTime: true,
    assessment: {
      label: "consistent_with",
      finding: "above_usual",
      change: { observed: 250, expectedOrganic: 84, lift: 166, low: 146.2, high: 185.8, sampleSize: 9, model: null },
    },
  } as const;
  const known = { baselineFollowers: 1_084, attested: false };

  test("is rounded down: almost whole is not whole", () => {
    expect(countLine(line, known)).toMatchObject({
      fulfillment: 99,
      lift: 153,
      onTime: true,
      label: "consistent_with",
    });
  });

  test("is bounded, so that the sums stay small", () => {
    expect(countLine({ ...line, deliveredUnits: 90_000 }, { baselineFollowers: 1, attested: false })).toMatchObject({
      fulfillment: 200,
      lift: 10_000,
    });
  });

  test("has no lift where a person vouched for the numbers, or nobody followed before", () => {
    expect(countLine(line, { ...known, attested: true })).toMatchObject({ lift: null, label: "inconclusive" });
    expect(countLine(line, { ...known, baselineFollowers: 0 })?.lift).toBeNull();
  });

  test("is nothing before it is completed", () => {
    expect(countLine({ ...line, completedAt: null }, known)).toBeNull();
  });
});
