import type { LineState, OrderState } from "@smplat/contracts/vocabulary";

/** All that decides where an order stands. */
export interface OrderFacts {
  readonly totalMinor: number;
  readonly capturedMinor: number;
  readonly refundedMinor: number;
  readonly lostMinor: number;
  readonly paid: boolean;
  readonly reviewPending: boolean;
  readonly held: boolean;
  readonly disputeOpen: boolean;
  readonly openRefills: number;
  readonly closed: boolean;
  readonly deliveredOnce: boolean;
  /** Whether the guarantee window of every line is over. */
  readonly guaranteesOver: boolean;
  readonly lines: readonly { readonly state: LineState | null }[];
}

const done: ReadonlySet<LineState> = new Set(["fulfilled", "short", "canceled"]);
const started: ReadonlySet<LineState> = new Set(["accepted", "delivering", "fulfilled", "short"]);

/** The state of an order that was not canceled, from its facts alone. */
export function standing(facts: OrderFacts): OrderState {
  if (!facts.paid) return "awaiting_payment";
  if (facts.capturedMinor > 0 && facts.refundedMinor + facts.lostMinor >= facts.capturedMinor) return "refunded";
  if (facts.disputeOpen) return "disputed";
  if (facts.held || facts.reviewPending) return "on_hold";
  return work(facts);
}

function work(facts: OrderFacts): OrderState {
  if (facts.closed && facts.openRefills === 0) return "completed";
  const states = facts.lines.map((line) => line.state);
  const allDone = states.every((state) => state !== null && done.has(state));
  if (facts.openRefills > 0) return facts.deliveredOnce || allDone ? "refilling" : "active";
  if (allDone || facts.deliveredOnce) return "delivered";
  return states.some((state) => state !== null && started.has(state)) ? "active" : "processing";
}
