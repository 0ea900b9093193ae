import { expect, test } from "vitest";
import { hours } from "#kernel/clock";
import { expectedCompletion, isBehind, planPacing, scheduledUnits } from "./pacing.ts";

const start = new Date("2026-11-22T00:00:00Z");
const at = (hour: number) => new Date(start.getTime() + hours(hour));
const plan = planPacing(1_000, start, at(48));

test("a plan spreads the order evenly from start to promise", () => {
  expect(plan).toEqual({ startsAt: at(0).toISOString(), endsAt: at(48).toISOString(), unitsPerDay: 500 });
  expect(planPacing(4, start, at(16)).unitsPerDay).toBe(6);
});

test("what should be there grows from nothing to everything and stays there", () => {
  expect([-1, 0, 12, 24, 48, 90].map((hour) => scheduledUnits(plan, 1_000, at(hour)))).toEqual([
    0, 0, 250, 500, 1_000, 1_000,
  ]);
  expect(scheduledUnits(planPacing(3, start, at(10)), 3, at(9))).toBe(2);
});

test("nobody is alarmed in the first half, nor by a delivery that has half of what it should", () => {
  expect(isBehind(plan, 1_000, 0, at(23))).toBe(false);
  expect(isBehind(plan, 1_000, 0, at(24))).toBe(true);
  expect(isBehind(plan, 1_000, 300, at(28.8))).toBe(false);
  expect(isBehind(plan, 1_000, 299, at(28.8))).toBe(true);
});

test("the pace so far tells when it will be done, and nothing so far tells nothing", () => {
  expect(expectedCompletion(plan, 1_000, 0, at(50))).toBeNull();
  expect(expectedCompletion(plan, 1_000, 500, at(50))).toEqual(at(100));
  expect(expectedCompletion(plan, 1_000, 1_000, at(50))).toEqual(at(50));
});
