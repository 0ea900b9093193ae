import { describe, expect, test } from "vitest";
import { type Claim, proofLivesMs, standingOf, waitAfter } from "./ownership.ts";
import { answerCheck, challengeMachine, claimMachine } from "./ownership-states.ts";

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 22, 12, 0, seconds));

describe("a code", () => {
  const issued = { state: "issued", expiresAt: at(1_800), nextCheckAt: at(10) } as const;

  test("is looked for once its wait is over and until its time is over", () => {
    expect(answerCheck(issued, at(9))).toEqual({ kind: "too-soon", retryAt: at(10) });
    expect(answerCheck(issued, at(10))).toEqual({ kind: "look" });
    expect(answerCheck(issued, at(1_799))).toEqual({ kind: "look" });
    expect(answerCheck(issued, at(1_800))).toEqual({ kind: "too-late" });
  });

  test.each(["proven", "expired", "exhausted"] as const)("that is %s never comes back", (state) => {
    expect(answerCheck({ ...issued, state }, at(20))).toEqual({ kind: "ended" });
    expect(challengeMachine.commandsFrom(state)).toEqual([]);
  });

  test("waits longer after each look, a minute at most", () => {
    const waits = [1, 2, 3, 4, 5, 6].map(waitAfter);
    expect(waits).toEqual([5_000, 10_000, 20_000, 40_000, 60_000, 60_000]);
  });
});

describe("a claim", () => {
  const proven = { state: "proven", expiresAt: new Date(at(0).getTime() + proofLivesMs) } as Claim;

  test("is unproven before anybody said anything", () => {
    expect(standingOf(undefined, at(0))).toBe("unproven");
  });

  test("stops counting after 90 days by itself, whether or not a job noted it", () => {
    expect(standingOf(proven, new Date(proven.expiresAt.getTime() - 1))).toBe("proven");
    expect(standingOf(proven, proven.expiresAt)).toBe("stale");
  });

  test("can be proven again from wherever it stands", () => {
    for (const state of ["unproven", "proven", "stale", "demoted"] as const) {
      expect(claimMachine.allows(state, "prove", "proven")).toBe(true);
    }
  });
});
