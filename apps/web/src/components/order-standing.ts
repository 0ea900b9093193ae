import type { LineState, OrderState } from "@smplat/contracts/vocabulary";
import type { Tone } from "@smplat/ui/tone";
import { orderTones } from "./order-tones.ts";

/**
 * How an order is told to its buyer: by its state, and where that says more than is true, by what its lines lack. An
 * ended order does not move when evidence falls away or a line stays short; its words do.
 */
export type OrderStanding =
  | OrderState
  | "deliveredShort"
  | "deliveredAsked"
  | "deliveredPartly"
  | "completedShort"
  | "completedPartly";

interface Told {
  readonly state: OrderState;
  readonly lines: readonly { readonly state: LineState | null }[];
}

/** @param asked whether a make-good was asked for and nobody has decided yet */
export function orderStanding({ state, lines }: Told, asked = false): OrderStanding {
  if (state !== "delivered" && state !== "completed") return state;
  if (lines.some((line) => line.state === "short")) {
    if (state === "completed") return "completedShort";
    return asked ? "deliveredAsked" : "deliveredShort";
  }
  if (lines.some((line) => line.state === "canceled")) {
    return state === "completed" ? "completedPartly" : "deliveredPartly";
  }
  return state;
}

export function standingTone(standing: OrderStanding): Tone {
  switch (standing) {
    case "deliveredShort":
    case "deliveredAsked":
    case "completedShort":
      return "warning";
    case "deliveredPartly":
      return orderTones.delivered;
    case "completedPartly":
      return orderTones.completed;
    default:
      return orderTones[standing];
  }
}
