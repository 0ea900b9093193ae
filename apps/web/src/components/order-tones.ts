import type { LineState, OrderState } from "@smplat/contracts/vocabulary";
import type { Tone } from "@smplat/ui/tone";

/** What the state of an order means for whoever looks at it. */
export const orderTones: Readonly<Record<OrderState, Tone>> = {
  awaiting_payment: "warning",
  processing: "info",
  active: "accent",
  delivered: "success",
  refilling: "info",
  completed: "success",
  on_hold: "warning",
  disputed: "critical",
  canceled: "neutral",
  refunded: "neutral",
};

export const lineTones: Readonly<Record<LineState, Tone>> = {
  awaiting_baseline: "info",
  ready: "info",
  submitting: "info",
  ambiguous: "warning",
  accepted: "info",
  delivering: "accent",
  fulfilled: "success",
  short: "warning",
  failed: "critical",
  canceled: "neutral",
};
