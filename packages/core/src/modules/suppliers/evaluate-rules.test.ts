import { expect, test } from "vitest";
import { evaluateRules, type LineFacts, ServiceRule } from "./evaluate-rules.ts";

const facts: LineFacts = { platform: "tiktok", country: "DE", options: ["format/reel"], quantity: 400, hours: 12 };
const passes = (rule: ServiceRule, changes: Partial<LineFacts> = {}) =>
  evaluateRules([rule], { ...facts, ...changes })[0]?.passed;

test("a channel, a country, an option, an amount and a pace are each allowed or not", () => {
  const platforms = { rule: "platforms", allow: ["tiktok", "x"] } as const;
  expect(passes({ ...platforms, allow: [...platforms.allow] })).toBe(true);
  expect(passes({ ...platforms, allow: [...platforms.allow] }, { platform: "youtube" })).toBe(false);
  expect(passes({ rule: "countries", allow: ["DE", "AT"] })).toBe(true);
  expect(passes({ rule: "countries", allow: ["AT"] })).toBe(false);
  expect(passes({ rule: "options", refuse: ["format/reel"] })).toBe(false);
  expect(passes({ rule: "options", refuse: ["format/story"] })).toBe(true);
  expect(passes({ rule: "amount", minimum: 400, maximum: 400 })).toBe(true);
  expect(passes({ rule: "amount", minimum: 401, maximum: 900 })).toBe(false);
  expect(passes({ rule: "amount", minimum: 1, maximum: 399 })).toBe(false);
});

test("a pace needs its least time, or longer when there is much to do", () => {
  const pacing = { rule: "pacing", minimumHours: 6, maximumUnitsPerHour: 50 } as const;
  expect(passes(pacing)).toBe(true);
  expect(passes(pacing, { hours: 7 })).toBe(false);
  expect(passes(pacing, { hours: 5, quantity: 1 })).toBe(false);
});

test("work for no channel can be done wherever the supplier works", () => {
  expect(passes({ rule: "platforms", allow: ["x"] }, { platform: null })).toBe(true);
});

test("every rule leaves a trace that says what it looked at, also those that passed", () => {
  const trace = evaluateRules(
    [
      { rule: "amount", minimum: 1, maximum: 300 },
      { rule: "countries", allow: ["DE"] },
    ],
    facts,
  );
  expect(trace).toEqual([
    { rule: "amount", passed: false, why: "400 units; takes 1 to 300" },
    { rule: "countries", passed: true, why: "DE; sells to DE" },
  ]);
});

test("a rule that says nothing is refused", () => {
  for (const rule of [
    { rule: "platforms", allow: [] },
    { rule: "platforms", allow: ["myspace"] },
    { rule: "countries", allow: ["Germany"] },
    { rule: "amount", minimum: 0, maximum: 5 },
    { rule: "sometimes" },
  ]) {
    expect(ServiceRule.safeParse(rule).success).toBe(false);
  }
});
