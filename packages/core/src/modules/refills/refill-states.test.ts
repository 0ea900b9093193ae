import { expect, test } from "vitest";
import { next, openRefillStates, type RefillCommand, refillMachine, refillStates } from "./refill-states.ts";

const commands: readonly RefillCommand[] = ["approve", "decline", "submit", "complete", "fail"];

test("what has ended stays as it is, whatever is asked of it", () => {
  for (const state of ["declined", "completed", "failed"] as const) {
    for (const command of commands) expect(next(state, command), `${state} ${command}`).toBeNull();
  }
});

test("every move is one the table lists, and leads where it says", () => {
  for (const state of refillStates) {
    for (const command of commands) {
      const to = next(state, command);
      expect(to !== null).toBe(refillMachine.commandsFrom(state).includes(command));
      if (to !== null) expect(refillMachine.allows(state, command, to)).toBe(true);
    }
  }
});

test("open are exactly the states that something can still come of", () => {
  const open = refillStates.filter((state) => refillMachine.commandsFrom(state).length > 0);
  expect([...openRefillStates].sort()).toEqual([...open].sort());
});

test("nobody declines what was agreed to, and nothing is submitted without a decision", () => {
  expect(next("approved", "decline")).toBeNull();
  expect(next("requested", "submit")).toBeNull();
});
