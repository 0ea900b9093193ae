import { describe, expect, test } from "vitest";
import { createClock, days, hours, after as later, minutes } from "#kernel/clock";
import { firstLookAt, nextLookAt } from "./look-schedule.ts";

const start = new Date("2027-03-01T08:00:00Z");
const clock = createClock({ wall: start, business: start, rate: 1 }, () => start.getTime());
const page = (guaranteeDays: number) =>
  ({
    state: "up",
    doubtSince: null,
    unanswered: 0,
    watchedFrom: start,
    endsAt: later(start, days(guaranteeDays)),
  }) as const;

/** Hours after the start at which a page is looked at while nothing is wrong with it. */
function looksOf(guaranteeDays: number): number[] {
  const hoursOf = (at: Date) => (at.getTime() - start.getTime()) / hours(1);
  const looks: number[] = [];
  let at = firstLookAt(page(guaranteeDays));
  while (at !== null) {
    looks.push(hoursOf(at));
    at = nextLookAt(clock, page(guaranteeDays), at, null);
  }
  return looks;
}

test("a placement is looked at within hours, after a day, three, a week, then weekly and half a day before the end", () => {
  expect(looksOf(30)).toEqual([1, 6, 24, 72, 168, 336, 504, 672, 708]);
  expect(looksOf(3)).toEqual([1, 6, 24, 60]);
  expect(looksOf(1)).toEqual([1, 6, 12]);
});

test("a window too short for two looks has none", () => {
  expect(looksOf(0.2)).toEqual([]);
  expect(looksOf(0)).toEqual([]);
});

describe("what a look found decides when the next one is", () => {
  const now = later(start, days(8));
  const next = (changes: object, notBeforeMs: number | null = null) =>
    nextLookAt(clock, { ...page(30), ...changes }, now, notBeforeMs);

  test("a doubt is looked at again six hours after it began", () => {
    expect(next({ doubtSince: now })).toEqual(later(now, hours(6)));
    expect(next({ doubtSince: later(now, -hours(2)) })).toEqual(later(now, hours(4)));
  });

  test("a page that is down is looked at daily, for it may come back", () => {
    expect(next({ state: "down" })).toEqual(later(now, days(1)));
  });

  test("silence is asked again after one hour, two, four, at most a day, and never before the host's own word", () => {
    const waits = [1, 2, 3, 4, 5, 6, 20].map((unanswered) => next({ unanswered }));
    expect(waits).toEqual([1, 2, 4, 8, 16, 24, 24].map((count) => later(now, hours(count))));
    expect(next({ unanswered: 1 }, hours(3))).toEqual(later(now, hours(3)));
  });

  test("nothing is planned after the window", () => {
    const late = later(start, days(30) - hours(5));
    expect(nextLookAt(clock, page(30), late, null)).toBeNull();
    expect(nextLookAt(clock, { ...page(30), doubtSince: late }, late, null)).toBeNull();
    expect(nextLookAt(clock, { ...page(30), unanswered: 9 }, late, null)).toBeNull();
  });

  test("looks are gathered by quarters of an hour, and a fast clock leaves two seconds on the wall between two", () => {
    const odd = later(now, minutes(7));
    expect(nextLookAt(clock, { ...page(30), unanswered: 1 }, odd, null)).toEqual(later(now, minutes(75)));
    const fast = createClock({ wall: start, business: start, rate: 7_200 }, () => start.getTime());
    expect(nextLookAt(fast, { ...page(30), unanswered: 1 }, now, null)).toEqual(later(now, hours(4)));
  });
});
