import { expect, test } from "vitest";
import { createClock, hours } from "#kernel/clock";
import { isWeak, nextBaselineAt, strengthOf } from "./baseline-strength.ts";

const now = new Date("2026-11-22T10:00:00Z");
const clock = createClock({ wall: now, business: now, rate: 1 }, () => now.getTime());
const ago = (count: number) => new Date(now.getTime() - hours(count));
const ahead = (count: number) => new Date(now.getTime() + hours(count));

test("three readings over a day make a firm baseline; readings of one hour are one look", () => {
  expect(strengthOf([ago(24), ago(12), now])).toEqual({ readings: 3, spanHours: 24 });
  expect(isWeak(strengthOf([ago(24), ago(12), now]))).toBe(false);
  expect(strengthOf([ago(1), ago(0.5), now])).toEqual({ readings: 1, spanHours: 0 });
  expect(isWeak(strengthOf([ago(12), ago(6), now]))).toBe(true);
  expect(isWeak(strengthOf([ago(48), now]))).toBe(true);
});

test("a firm baseline is not waited for", () => {
  expect(nextBaselineAt(clock, [ago(30), ago(15), now], ahead(100))).toBeNull();
});

test("with time left a second and a third reading follow, a day in all", () => {
  expect(nextBaselineAt(clock, [now], ahead(36))).toEqual(ahead(12));
  expect(nextBaselineAt(clock, [ago(12), now], ahead(24))).toEqual(ahead(12));
});

test("what an earlier watch has read counts", () => {
  expect(nextBaselineAt(clock, [ago(24), now], ahead(12))).toEqual(ahead(6));
});

test("where the deadline does not leave the time, the line does not wait for nothing", () => {
  expect(nextBaselineAt(clock, [now], ahead(12))).toBeNull();
  expect(nextBaselineAt(clock, [now], ahead(24.5))).toBeNull();
  expect(nextBaselineAt(clock, [now], ahead(25))).toEqual(ahead(12));
});
