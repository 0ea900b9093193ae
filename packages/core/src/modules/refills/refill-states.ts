import { defineStateMachine } from "#kernel/state-machine";

export const refillStates = ["requested", "approved", "declined", "submitted", "completed", "failed"] as const;
export type RefillState = (typeof refillStates)[number];

/** `submit`: the supplier took it on. `complete`: the line reaches its threshold again. */
export type RefillCommand = "approve" | "decline" | "submit" | "complete" | "fail";

export const refillMachine = defineStateMachine<RefillState, RefillCommand>({
  states: refillStates,
  initial: "requested",
  ended: ["declined", "completed", "failed"],
  transitions: [
    { from: ["requested"], command: "approve", to: ["approved"] },
    { from: ["requested"], command: "decline", to: ["declined"] },
    { from: ["approved"], command: "submit", to: ["submitted"] },
    { from: ["approved", "submitted"], command: "complete", to: ["completed"] },
    { from: ["approved", "submitted"], command: "fail", to: ["failed"] },
  ],
});

/** The state a command leads to, or null when there is no such edge. */
export function next(from: RefillState, command: RefillCommand): RefillState | null {
  const edge = refillMachine.transitions.find((entry) => entry.command === command && entry.from.includes(from));
  return edge?.to[0] ?? null;
}

/** Asked for or under way: no second one of the same line may be opened. */
export const openRefillStates = ["requested", "approved", "submitted"] as const satisfies readonly RefillState[];
/** Agreed to and not done: the order is `refilling` while there is one. */
export const runningRefillStates = ["approved", "submitted"] as const satisfies readonly RefillState[];
