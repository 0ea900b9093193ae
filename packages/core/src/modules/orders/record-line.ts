import type { LineState } from "@smplat/contracts/vocabulary";
import type { Tx } from "#infrastructure/database";
import type { Actor } from "#kernel/actor";
import type { Clock } from "#kernel/clock";
import type { OrderLine, OrderWithLines } from "./order.ts";
import { orderNotFound } from "./order-errors.ts";
import { orderLineRecorded } from "./order-events.ts";
import { findOrder, type LineChanges, updateLine } from "./order-repository.ts";
import { orderMachine } from "./order-states.ts";
import { transitionOrder } from "./transition-order.ts";

/** What fulfillment says of a line. Left out means unchanged. */
export interface LineReport {
  readonly lineId: string;
  readonly state: LineState;
  readonly deliveredUnits?: number;
  readonly startedAt?: Date;
  readonly dueAt?: Date;
  readonly completedAt?: Date;
  readonly guaranteeEndsAt?: Date;
  /** When the supplier was asked; an older report never overwrites a newer one. */
  readonly checkedAt: Date;
  readonly evidence?: OrderLine["evidence"];
}

/**
 * Writes what fulfillment reports of a line and lets the order find out where that leaves it. A report older than the
 * one stored is ignored, as is any report on an ended order beyond keeping the line's own record.
 */
export async function recordLine(
  deps: { clock: Clock },
  tx: Tx,
  actor: Actor,
  orderId: string,
  report: LineReport,
): Promise<OrderWithLines> {
  const order = await findOrder(tx, orderId, { lock: true });
  const line = order?.lines.find((candidate) => candidate.id === report.lineId);
  if (order === null || line === undefined) throw orderNotFound(orderId);
  if (line.checkedAt !== null && report.checkedAt < line.checkedAt) return order;
  await updateLine(tx, line.id, changesOf(report));
  if (line.state !== report.state || line.deliveredUnits !== (report.deliveredUnits ?? line.deliveredUnits)) {
    tx.publish(orderLineRecorded, {
      orderId,
      lineId: line.id,
      from: line.state,
      to: report.state,
      deliveredUnits: report.deliveredUnits ?? line.deliveredUnits,
    });
  }
  if (line.state === report.state || !orderMachine.commandsFrom(order.state).includes("lines")) {
    return { ...order, lines: order.lines.map((entry) => (entry.id === line.id ? apply(entry, report) : entry)) };
  }
  return transitionOrder(deps, tx, actor, orderId, {
    command: "lines",
    metadata: { lineId: line.id, line: report.state },
  });
}

function changesOf({ lineId: _, ...report }: LineReport): LineChanges {
  return report;
}

const apply = (line: OrderLine, { lineId: _, ...report }: LineReport): OrderLine => ({ ...line, ...report });
