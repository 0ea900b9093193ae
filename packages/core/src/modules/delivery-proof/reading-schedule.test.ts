import { expect, test } from "vitest";
import { createClock, days, hours, minutes } from "#kernel/clock";
import {
  afterOffsets,
  businessAt,
  nextInterval,
  nextReadingAt,
  retryDelayMs,
  usualInterval,
} from "./reading-schedule.ts";

const start = new Date("2026-11-22T10:00:00Z");
const clockAt = (rate: number) => createClock({ wall: start, business: start, rate }, () => start.getTime());

test("a delivery is read 48 times over its length, at most every quarter of an hour", () => {
  expect(usualInterval(start, new Date(start.getTime() + days(4)))).toBe(hours(2));
  expect(usualInterval(start, new Date(start.getTime() + hours(3)))).toBe(minutes(15));
});

test("while nothing changes the distance doubles, up to eight times; a change brings it back", () => {
  let interval = minutes(15);
  const seen = [1, 2, 3, 4, 5].map(() => {
    interval = nextInterval(minutes(15), interval, false);
    return interval / minutes(15);
  });
  expect(seen).toEqual([2, 4, 8, 8, 8]);
  expect(nextInterval(minutes(15), interval, true)).toBe(minutes(15));
});

test("on a fast clock two readings of a line are two seconds of wall time apart", () => {
  const due = new Date(start.getTime() + days(30));
  const slow = nextReadingAt(clockAt(1), minutes(15), due);
  expect(slow?.getTime()).toBe(start.getTime() + minutes(15));
  const fastClock = clockAt(5_000);
  const fast = nextReadingAt(fastClock, minutes(15), due);
  expect(fast).not.toBeNull();
  expect(fastClock.wallAt(fast ?? start).getTime() - start.getTime()).toBe(2_000);
});

test("a delivery two weeks late is given up on", () => {
  expect(nextReadingAt(clockAt(1), minutes(15), new Date(start.getTime() - days(14) - 1))).toBeNull();
  expect(nextReadingAt(clockAt(1), minutes(15), new Date(start.getTime() - days(14) + 1))).not.toBeNull();
});

test("retries wait longer each time, up to a minute", () => {
  expect([0, 1, 2, 5, 20].map(retryDelayMs)).toEqual([2_000, 4_000, 8_000, 60_000, 60_000]);
});

test("a finished line is read at once, after a day, a week, thirty days, and at the end of a longer guarantee", () => {
  expect(afterOffsets(14).map((offset) => offset / days(1))).toEqual([0, 1, 7, 30]);
  expect(afterOffsets(60).map((offset) => offset / days(1))).toEqual([0, 1, 7, 30, 60]);
});

test("a wait on the wall is a longer one in fast business time", () => {
  const soon = new Date(start.getTime() + minutes(1));
  expect(businessAt(clockAt(1), soon)).toEqual(soon);
  expect(businessAt(clockAt(60), soon).getTime() - start.getTime()).toBe(hours(1));
});
