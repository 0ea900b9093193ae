import type { Tx } from "#infrastructure/database";
import type { Actor } from "#kernel/actor";
import type { Clock } from "#kernel/clock";
import type { OrderWithLines } from "./order.ts";
import { orderNotFound } from "./order-errors.ts";
import { findOrder, updateFacts, updateLine } from "./order-repository.ts";
import { orderMachine } from "./order-states.ts";
import { transitionOrder } from "./transition-order.ts";

/** What went back to the customer, for which lines. The parts of the lines add up to the amount. */
export interface RefundReport {
  readonly refundId: string;
  readonly amountMinor: number;
  readonly lines: readonly { readonly lineId: string; readonly amountMinor: number }[];
}

/** Records money that was returned: a fact on order and lines. When all of it went back, the order is refunded. */
export async function recordRefund(
  deps: { clock: Clock },
  tx: Tx,
  actor: Actor,
  orderId: string,
  report: RefundReport,
): Promise<OrderWithLines> {
  const order = await findOrder(tx, orderId, { lock: true });
  if (order === null) throw orderNotFound(orderId);
  for (const part of report.lines) {
    const line = order.lines.find((candidate) => candidate.id === part.lineId);
    if (line === undefined) throw orderNotFound(orderId);
    await updateLine(tx, line.id, {
      refundedMinor: line.refundedMinor + part.amountMinor,
      refundReservedMinor: Math.max(0, line.refundReservedMinor - part.amountMinor),
    });
  }
  const changes = { refundedMinor: order.refundedMinor + report.amountMinor };
  if (!orderMachine.commandsFrom(order.state).includes("refunds")) {
    await updateFacts(tx, order.id, { ...changes, updatedAt: deps.clock.now() });
    return { ...order, ...changes };
  }
  return transitionOrder(deps, tx, actor, orderId, {
    command: "refunds",
    changes,
    metadata: { refundId: report.refundId },
  });
}
