import { expect, test } from "vitest";
import { evaluateBalance } from "./evaluate-balance.ts";

const reading = (hour: number, amountMinor: number | null) => ({
  readAt: new Date(Date.UTC(2026, 10, 22, hour)),
  amountMinor,
});

test("what falls is spent, and at that pace the rest lasts", () => {
  const forecast = evaluateBalance([reading(0, 10_000), reading(6, 8_800), reading(12, 7_600)]);
  expect(forecast).toEqual({ burnPerDayMinor: 4_800, hoursToEmpty: 38 });
});

test("a top-up is no earning", () => {
  const forecast = evaluateBalance([reading(0, 1_000), reading(6, 400), reading(7, 5_400), reading(12, 4_800)]);
  expect(forecast).toEqual({ burnPerDayMinor: 2_400, hoursToEmpty: 48 });
});

test("an empty credit has come to its end, also where nothing was spent of late", () => {
  expect(evaluateBalance([reading(0, 0), reading(6, 0)])).toEqual({ burnPerDayMinor: 0, hoursToEmpty: 0 });
  expect(evaluateBalance([reading(0, 500), reading(1, 0)])).toEqual({ burnPerDayMinor: null, hoursToEmpty: 0 });
});

test("without spending there is no end, without two readings no forecast, and a failed reading is left out", () => {
  expect(evaluateBalance([reading(0, 500), reading(12, 500)])).toEqual({ burnPerDayMinor: 0, hoursToEmpty: null });
  expect(evaluateBalance([reading(0, 500)])).toEqual({ burnPerDayMinor: null, hoursToEmpty: null });
  expect(evaluateBalance([reading(0, 500), reading(1, 100)])).toEqual({ burnPerDayMinor: null, hoursToEmpty: null });
  const gap = evaluateBalance([reading(0, 1_000), reading(6, null), reading(12, 400)]);
  expect(gap).toEqual({ burnPerDayMinor: 1_200, hoursToEmpty: 8 });
});
