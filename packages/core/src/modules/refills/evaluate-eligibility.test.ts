import { describe, expect, test } from "vitest";
import { evaluateEligibility, type RefillFacts } from "./evaluate-eligibility.ts";

const end = new Date("2026-11-22T12:00:00Z");
const facts: RefillFacts = {
  state: "short",
  orderedUnits: 10,
  deliveredUnits: 8,
  thresholdPercent: 90,
  guaranteeEndsAt: end,
  settled: false,
  hasOpenRefill: false,
};
const judge = (changes: Partial<RefillFacts>, now: Date = end) => evaluateEligibility({ ...facts, ...changes }, now);

describe("a claim to a make-good", () => {
  test("stands below the threshold inside the window, for all that is missing", () => {
    expect(judge({})).toEqual({ eligible: true, missingUnits: 2 });
  });

  test("stands at the window's last instant and not a millisecond later", () => {
    expect(judge({}, end).eligible).toBe(true);
    expect(judge({}, new Date(end.getTime() + 1))).toEqual({ eligible: false, why: "window-over" });
  });

  test.each([
    [9, "delivered-in-full"],
    [10, "delivered-in-full"],
  ] as const)("does not stand with %i of 10 at a threshold of 90 %", (deliveredUnits, why) => {
    expect(judge({ deliveredUnits })).toEqual({ eligible: false, why });
  });

  test("no share is rounded up to the threshold: 89 of 99 is below 90 %, 90 is not", () => {
    expect(judge({ orderedUnits: 99, deliveredUnits: 89 }).eligible).toBe(true);
    expect(judge({ orderedUnits: 99, deliveredUnits: 90 }).eligible).toBe(false);
  });

  test.each(["awaiting_baseline", "ready", "submitting", "ambiguous", "accepted", "delivering", "failed"] as const)(
    "does not stand while the line is %s",
    (state) => expect(judge({ state })).toEqual({ eligible: false, why: "not-delivered-yet" }),
  );

  test("does not stand twice at once, nor for money that went back", () => {
    expect(judge({ hasOpenRefill: true })).toEqual({ eligible: false, why: "already-open" });
    expect(judge({ settled: true })).toEqual({ eligible: false, why: "settled" });
  });
});
