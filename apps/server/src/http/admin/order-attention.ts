import type { OperatorOrderSummary } from "@smplat/contracts";
import type { LineState, OrderConcern } from "@smplat/contracts/vocabulary";
import type { OrderWithLines } from "@smplat/core";
import { after, minutes } from "@smplat/core/kernel/clock";

/** Every line waits for a moment between its baseline and its submit; only one that goes on waiting needs a look. */
const usualWaitMs = minutes(10);

type Seen = Pick<OrderWithLines, "disputeOpen" | "reviewReason" | "holdReason" | "updatedAt"> & {
  readonly lines: readonly Pick<OrderWithLines["lines"][number], "state" | "dueAt" | "completedAt">[];
};

/** Why a person should look, most pressing first; null when nobody has to. `now` is business time. */
export function attentionOf(order: Seen, now: Date): OperatorOrderSummary["attention"] {
  const look = (concern: OrderConcern, detail: string | null = null) => ({ concern, detail });
  const has = (state: LineState) => order.lines.some((line) => line.state === state);
  if (order.disputeOpen) return look("dispute");
  if (order.reviewReason !== null) return look("review");
  if (order.holdReason !== null) return look("hold", order.holdReason);
  if (has("failed")) return look("line-failed");
  if (has("ambiguous")) return look("no-answer");
  if (has("short")) return look("line-short");
  if (has("ready") && after(order.updatedAt, usualWaitMs) < now) return look("waits-for-supplier");
  const late = order.lines.some((line) => line.dueAt !== null && line.completedAt === null && now > line.dueAt);
  return late ? look("late") : null;
}
