import { type LineState, lineStates } from "@smplat/contracts/vocabulary";
import { expect, test } from "vitest";
import { type LineCommand, lineMachine, next } from "./line-states.ts";

const commands: readonly LineCommand[] = [
  "release",
  "submit",
  "accept",
  "lose-answer",
  "deny",
  "refuse",
  "retry",
  "progress",
  "complete",
  "recount",
  "cancel",
];

/** The graph as the design states it, written out on purpose a second time. */
const edges: Readonly<Record<string, LineState>> = {
  "awaiting_baseline release": "ready",
  "awaiting_baseline cancel": "canceled",
  "ready submit": "submitting",
  "ready cancel": "canceled",
  "submitting accept": "accepted",
  "submitting lose-answer": "ambiguous",
  "submitting deny": "ready",
  "submitting refuse": "failed",
  "submitting cancel": "canceled",
  "ambiguous accept": "accepted",
  "ambiguous deny": "ready",
  "ambiguous refuse": "failed",
  "ambiguous cancel": "canceled",
  "failed retry": "ready",
  "failed cancel": "canceled",
  "accepted progress": "delivering",
  "accepted complete": "fulfilled",
  "accepted cancel": "canceled",
  "delivering progress": "delivering",
  "delivering complete": "fulfilled",
  "delivering cancel": "canceled",
  "fulfilled recount": "fulfilled",
  "short recount": "fulfilled",
};

const generous = { meetsThreshold: true, supplierConfirmedCancel: true };

test.each(lineStates.flatMap((from) => commands.map((command) => [from, command] as const)))(
  "%s %s leads where the design says, or nowhere",
  (from, command) => {
    const expected = edges[`${from} ${command}`];
    const answer = next(from, command, generous);
    if (expected === undefined) expect(answer).toMatchObject({ ok: false, refusal: "no-such-edge" });
    else expect(answer).toEqual({ ok: true, state: expected });
  },
);

test.each(["accepted", "delivering"] as const)("a %s line whose evidence is below the threshold ends short", (from) => {
  expect(next(from, "complete", { ...generous, meetsThreshold: false })).toEqual({ ok: true, state: "short" });
});

test("evidence that falls makes a fulfilled line short, evidence that comes makes a short one fulfilled", () => {
  expect(next("fulfilled", "recount", { ...generous, meetsThreshold: false })).toEqual({ ok: true, state: "short" });
  expect(next("short", "recount", generous)).toEqual({ ok: true, state: "fulfilled" });
});

test.each(["submitting", "ambiguous", "accepted", "delivering"] as const)(
  "a %s line is not canceled on our word alone",
  (from) => {
    const answer = next(from, "cancel", { ...generous, supplierConfirmedCancel: false });
    expect(answer).toMatchObject({ ok: false, refusal: "guard" });
  },
);

test.each(["awaiting_baseline", "ready", "failed"] as const)("a %s line is canceled without asking anybody", (from) => {
  const answer = next(from, "cancel", { meetsThreshold: false, supplierConfirmedCancel: false });
  expect(answer).toEqual({ ok: true, state: "canceled" });
});

test("a canceled line has no way out", () => {
  expect(lineMachine.commandsFrom("canceled")).toEqual([]);
});
