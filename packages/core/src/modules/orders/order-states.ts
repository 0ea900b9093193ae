import { type OrderState, orderStates } from "@smplat/contracts/vocabulary";
import { defineStateMachine } from "#kernel/state-machine";
import { type OrderFacts, standing } from "./order-standing.ts";

/** What can be asked of an order. `lines`, `refills` and `refunds` say that a fact below changed. */
export type OrderCommand =
  | "confirm-payment"
  | "expire"
  | "cancel"
  | "lines"
  | "approve-refill"
  | "refills"
  | "close"
  | "hold"
  | "resume"
  | "refunds"
  | "open-dispute"
  | "win-dispute"
  | "lose-dispute";

const paidStates = ["processing", "active", "delivered", "refilling", "completed", "on_hold", "disputed"] as const;
const working = ["processing", "active", "delivered", "refilling", "completed"] as const;

export const orderMachine = defineStateMachine<OrderState, OrderCommand>({
  states: orderStates,
  initial: "awaiting_payment",
  ended: ["canceled", "refunded"],
  transitions: [
    { from: ["awaiting_payment"], command: "confirm-payment", to: ["processing", "on_hold"] },
    { from: ["awaiting_payment"], command: "expire", to: ["canceled"] },
    { from: ["awaiting_payment", "processing", "active", "on_hold"], command: "cancel", to: ["canceled"] },
    { from: paidStates, command: "lines", to: paidStates },
    { from: ["active", "delivered", "refilling"], command: "approve-refill", to: ["active", "refilling"] },
    {
      from: ["active", "refilling", "on_hold", "disputed"],
      command: "refills",
      to: [...working, "on_hold", "disputed"],
    },
    { from: ["delivered"], command: "close", to: ["completed"] },
    { from: [...working, "disputed"], command: "hold", to: ["on_hold", "disputed"] },
    { from: ["on_hold", "disputed"], command: "resume", to: [...working, "disputed"] },
    { from: paidStates, command: "refunds", to: [...paidStates, "refunded"] },
    { from: paidStates, command: "open-dispute", to: ["disputed"] },
    { from: ["disputed"], command: "win-dispute", to: [...working, "on_hold", "disputed"] },
    { from: ["disputed"], command: "lose-dispute", to: [...working, "on_hold", "refunded"] },
  ],
});

export type Refusal = "no-such-edge" | "guard";
export type NextState =
  | { readonly ok: true; readonly state: OrderState }
  | { readonly ok: false; readonly refusal: Refusal; readonly why: string };

const refuse = (refusal: Refusal, why: string): NextState => ({ ok: false, refusal, why });
/** States from which every line may be taken back without asking a supplier. */
const untouched = new Set(["awaiting_baseline", "ready", "failed", "canceled"]);

/**
 * Where an order goes. `facts` are the order's facts with the command's own change already in them. Pure: same facts,
 * same answer. A command that leaves the state as it is answers with that state.
 */
export function next(from: OrderState, command: OrderCommand, facts: OrderFacts): NextState {
  if (!orderMachine.commandsFrom(from).includes(command))
    return refuse("no-such-edge", `${command} has no edge from ${from}`);
  const blocked = guard(command, facts);
  if (blocked !== null) return refuse("guard", blocked);
  const state = target(command, facts);
  if (!orderMachine.allows(from, command, state))
    return refuse("no-such-edge", `${command} can't lead from ${from} to ${state}`);
  return { ok: true, state };
}

function guard(command: OrderCommand, facts: OrderFacts): string | null {
  switch (command) {
    case "confirm-payment":
      return facts.capturedMinor === facts.totalMinor ? null : "captured differs from the total";
    case "expire":
      return facts.capturedMinor === 0 ? null : "money was captured";
    case "cancel":
      return facts.lines.every((line) => line.state === null || untouched.has(line.state))
        ? null
        : "a supplier works on a line";
    case "close":
      return facts.openRefills === 0 && facts.guaranteesOver ? null : "a guarantee window or a refill is open";
    default:
      return null;
  }
}

function target(command: OrderCommand, facts: OrderFacts): OrderState {
  if (command === "expire" || command === "cancel") return "canceled";
  return standing(facts);
}
