import { type LineState, lineStates } from "@smplat/contracts/vocabulary";
import { defineStateMachine } from "#kernel/state-machine";

/**
 * What can happen to a line. `lose-answer`: nobody knows whether the supplier took the order. `deny`: it is proven
 * that the supplier did not. `refuse`: the supplier said no. `complete`: the supplier is done; the evidence decides
 * where that leads. `recount`: the evidence changed after that.
 */
export type LineCommand =
  | "release"
  | "submit"
  | "accept"
  | "lose-answer"
  | "deny"
  | "refuse"
  | "retry"
  | "progress"
  | "complete"
  | "recount"
  | "cancel";

export const lineMachine = defineStateMachine<LineState, LineCommand>({
  states: lineStates,
  initial: "awaiting_baseline",
  ended: ["canceled"],
  transitions: [
    { from: ["awaiting_baseline"], command: "release", to: ["ready"] },
    { from: ["ready"], command: "submit", to: ["submitting"] },
    { from: ["submitting", "ambiguous"], command: "accept", to: ["accepted"] },
    { from: ["submitting"], command: "lose-answer", to: ["ambiguous"] },
    { from: ["submitting", "ambiguous"], command: "deny", to: ["ready"] },
    { from: ["submitting", "ambiguous"], command: "refuse", to: ["failed"] },
    { from: ["failed"], command: "retry", to: ["ready"] },
    { from: ["accepted", "delivering"], command: "progress", to: ["delivering"] },
    { from: ["accepted", "delivering"], command: "complete", to: ["fulfilled", "short"] },
    { from: ["fulfilled", "short"], command: "recount", to: ["fulfilled", "short"] },
    {
      from: ["awaiting_baseline", "ready", "failed", "submitting", "ambiguous", "accepted", "delivering"],
      command: "cancel",
      to: ["canceled"],
    },
  ],
});

/** What decides the moves that have a choice or a guard. */
export interface LineFacts {
  /** Delivered evidence reaches the threshold of what was ordered. */
  readonly meetsThreshold: boolean;
  /** The supplier said that it stopped. */
  readonly supplierConfirmedCancel: boolean;
}

export type NextLineState =
  | { readonly ok: true; readonly state: LineState }
  | { readonly ok: false; readonly refusal: "no-such-edge" | "guard"; readonly why: string };

/** States in which no supplier has, or may have, the work. */
const withoutSupplier: ReadonlySet<LineState> = new Set(["awaiting_baseline", "ready", "failed"]);

/** Where a line goes. Pure: same state, command and facts, same answer. */
export function next(from: LineState, command: LineCommand, facts: LineFacts): NextLineState {
  if (!lineMachine.commandsFrom(from).includes(command)) {
    return { ok: false, refusal: "no-such-edge", why: `${command} has no edge from ${from}` };
  }
  if (command === "cancel" && !withoutSupplier.has(from) && !facts.supplierConfirmedCancel) {
    return { ok: false, refusal: "guard", why: "the supplier has not confirmed that it stopped" };
  }
  return { ok: true, state: targets[command](facts) };
}

const targets: Readonly<Record<LineCommand, (facts: LineFacts) => LineState>> = {
  release: () => "ready",
  submit: () => "submitting",
  accept: () => "accepted",
  "lose-answer": () => "ambiguous",
  deny: () => "ready",
  refuse: () => "failed",
  retry: () => "ready",
  progress: () => "delivering",
  complete: (facts) => (facts.meetsThreshold ? "fulfilled" : "short"),
  recount: (facts) => (facts.meetsThreshold ? "fulfilled" : "short"),
  cancel: () => "canceled",
};
