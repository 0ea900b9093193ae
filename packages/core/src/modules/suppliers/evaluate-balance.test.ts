import { expect, test } from "vitest";
import { evaluateBalance } from "./evaluate-balance.ts";

const reading = (hour: number, amountMinor: number | null) => ({
  readAt: new Date(Date.UTC(2026, 10, 22, hour)),
  amountMinor,
});

/** A reading an hour. */
const hourly = (from: number, to: number, amountAt: (hour: number) => number) =>
  Array.from({ length: to - from + 1 }, (_, index) => reading(from + index, amountAt(from + index)));

test("what falls is spent, and at that pace the rest lasts", () => {
  const forecast = evaluateBalance([reading(0, 10_000), reading(6, 8_800), reading(12, 7_600)]);
  expect(forecast).toEqual({ burnPerDayMinor: 4_800, hoursToEmpty: 38, windowHours: 12, sampleSize: 3 });
});

test("the last 24 hours speak while something was spent in them, whatever the days before were like", () => {
  const readings = [
    ...hourly(0, 47, (hour) => 100_000 - hour * 1_000),
    ...hourly(48, 72, (hour) => 57_800 - hour * 100),
  ];
  const forecast = evaluateBalance(readings);
  expect(forecast).toMatchObject({ windowHours: 25, sampleSize: 26 });
  const quieter = evaluateBalance([...readings, ...hourly(73, 96, (hour) => 57_800 - hour * 100)]);
  expect(quieter).toEqual({ burnPerDayMinor: 2_400, hoursToEmpty: 482, windowHours: 25, sampleSize: 26 });
});

test("one quiet day hides no end: the week speaks, then the month, and says how long it looked", () => {
  const spentOnDayOne = hourly(0, 3 * 24, (hour) => (hour < 12 ? 10_000 : 7_200));
  expect(evaluateBalance(spentOnDayOne)).toEqual({
    burnPerDayMinor: 933,
    hoursToEmpty: 7_200 / (2_800 / 72),
    windowHours: 72,
    sampleSize: 73,
  });
  const twentyDays = hourly(0, 20 * 24, (hour) => (hour < 12 ? 10_000 : 7_600));
  expect(evaluateBalance(twentyDays)).toEqual({
    burnPerDayMinor: 120,
    hoursToEmpty: 7_600 / 5,
    windowHours: 480,
    sampleSize: 481,
  });
});

test("a top-up is no earning", () => {
  const forecast = evaluateBalance([reading(0, 1_000), reading(6, 400), reading(7, 5_400), reading(12, 4_800)]);
  expect(forecast).toMatchObject({ burnPerDayMinor: 2_400, hoursToEmpty: 48 });
});

test("an empty credit has come to its end, also where nothing was spent of late", () => {
  expect(evaluateBalance([reading(0, 0), reading(6, 0)])).toMatchObject({ burnPerDayMinor: 0, hoursToEmpty: 0 });
  expect(evaluateBalance([reading(0, 500), reading(1, 0)])).toMatchObject({ burnPerDayMinor: null, hoursToEmpty: 0 });
});

test("without any spending there is no end, without two hours of readings no pace, and a failed reading is left out", () => {
  const still = evaluateBalance([reading(0, 500), reading(12, 500)]);
  expect(still).toEqual({ burnPerDayMinor: 0, hoursToEmpty: null, windowHours: 12, sampleSize: 2 });
  const unknown = { burnPerDayMinor: null, hoursToEmpty: null };
  expect(evaluateBalance([])).toEqual({ ...unknown, windowHours: 0, sampleSize: 0 });
  expect(evaluateBalance([reading(0, 500)])).toEqual({ ...unknown, windowHours: 0, sampleSize: 1 });
  expect(evaluateBalance([reading(0, 500), reading(1, 100)])).toEqual({ ...unknown, windowHours: 1, sampleSize: 2 });
  const gap = evaluateBalance([reading(0, 1_000), reading(6, null), reading(12, 400)]);
  expect(gap).toEqual({ burnPerDayMinor: 1_200, hoursToEmpty: 8, windowHours: 12, sampleSize: 2 });
});
