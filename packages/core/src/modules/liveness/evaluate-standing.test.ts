import type { LookVerdict } from "@smplat/contracts/vocabulary";
import { expect, test } from "vitest";
import { hours, after as later } from "#kernel/clock";
import { evaluateStanding, type Standing } from "./evaluate-standing.ts";

const start = new Date("2027-03-01T08:00:00Z");
const fresh: Standing = { state: "up", doubtSince: null, seenAt: null, goneSince: null, unanswered: 0 };
const at = (hour: number) => later(start, hours(hour));

/** What a page counts as after looks at these hours. */
const seen = (looks: readonly (readonly [hour: number, verdict: LookVerdict])[]): Standing =>
  looks.reduce((page, [hour, verdict]) => evaluateStanding(page, verdict, at(hour)), fresh);

test("one look that finds it gone changes nothing, a second six hours later does", () => {
  expect(seen([[1, "gone"]])).toMatchObject({ state: "up", doubtSince: at(1) });
  expect(
    seen([
      [1, "gone"],
      [6, "gone"],
    ]),
  ).toMatchObject({ state: "up", doubtSince: at(1) });
  expect(
    seen([
      [1, "gone"],
      [7, "gone"],
    ]),
  ).toMatchObject({ state: "down", goneSince: at(1), doubtSince: null });
});

test("a page that flaps stays what it was", () => {
  const flaps = Array.from({ length: 20 }, (_, turn) => [turn * 6, turn % 2 === 0 ? "gone" : "live"] as const);
  expect(seen(flaps)).toMatchObject({ state: "up", seenAt: at(19 * 6) });
});

test("a look that says nothing neither counts nor clears", () => {
  const silent = Array.from({ length: 50 }, (_, turn) => [turn, "unknown"] as const);
  expect(seen(silent)).toEqual({ ...fresh, unanswered: 50 });
  const between = seen([
    [1, "gone"],
    [4, "unknown"],
    [7, "gone"],
  ]);
  expect(between).toMatchObject({ state: "down", goneSince: at(1), unanswered: 0 });
});

test("a page that is down counts again after two looks six hours apart that found it", () => {
  const down = [
    [1, "gone"],
    [7, "gone"],
  ] as const;
  expect(seen([...down, [20, "live"]])).toMatchObject({ state: "down", doubtSince: at(20), seenAt: at(20) });
  expect(seen([...down, [20, "live"], [24, "gone"], [27, "live"]])).toMatchObject({ state: "down" });
  const back = seen([...down, [20, "live"], [26, "live"]]);
  expect(back).toEqual({ state: "up", doubtSince: null, seenAt: at(26), goneSince: null, unanswered: 0 });
});
