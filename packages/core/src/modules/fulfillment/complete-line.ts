import type { Tx } from "#infrastructure/database";
import type { FulfillmentDeps } from "./deps.ts";
import { lineCompleted } from "./fulfillment-events.ts";
import { type FulfillmentLine, guaranteeEnd } from "./line.ts";
import { type LineMove, moveLine } from "./move-line.ts";

interface Handover {
  readonly deliveredUnits: number;
  readonly evidence: NonNullable<LineMove["evidence"]>;
}

/** The supplier is done: the evidence decides between fulfilled and short, and the guarantee begins. */
export async function completeLine(
  deps: FulfillmentDeps,
  tx: Tx,
  line: FulfillmentLine,
  handover: Handover & { readonly toldAt: Date },
): Promise<FulfillmentLine> {
  const completedAt = completionOf(line, handover);
  const guaranteeEndsAt = guaranteeEnd(completedAt, line.guaranteeDays);
  const { deliveredUnits, evidence } = handover;
  const moved = await moveLine(deps, tx, line, {
    command: "complete",
    changes: { deliveredUnits, completedAt, guaranteeEndsAt },
    evidence,
  });
  announce(tx, moved, completedAt, false);
  return moved;
}

/** The evidence changed after the completion: more by a make-good, or less, which counts while the guarantee runs. */
export async function recountLine(
  deps: FulfillmentDeps,
  tx: Tx,
  line: FulfillmentLine,
  handover: Handover,
): Promise<void> {
  const { deliveredUnits, evidence } = handover;
  if (deliveredUnits === line.deliveredUnits) return;
  const over = line.guaranteeEndsAt !== null && line.guaranteeEndsAt < deps.clock.now();
  if (over && deliveredUnits < line.deliveredUnits) return;
  const moved = await moveLine(deps, tx, line, { command: "recount", changes: { deliveredUnits }, evidence });
  if (moved.state !== line.state && moved.completedAt !== null) announce(tx, moved, moved.completedAt, true);
}

/**
 * When the work was done: the last piece of evidence says it best, since we may have heard late. Never before the
 * start, never after we were told.
 */
function completionOf(line: FulfillmentLine, handover: Handover & { readonly toldAt: Date }): Date {
  const start = (line.startedAt ?? handover.toldAt).getTime();
  const told = Math.max(handover.toldAt.getTime(), start);
  const pieces = handover.evidence.entries.map((entry) => Date.parse(entry.reportedAt));
  const last = pieces.length === 0 ? told : Math.max(...pieces);
  return new Date(Math.min(Math.max(last, start), told));
}

function announce(tx: Tx, line: FulfillmentLine, completedAt: Date, recount: boolean): void {
  tx.publish(lineCompleted, {
    orderId: line.orderId,
    lineId: line.id,
    productId: line.productId,
    socialAccountId: line.socialAccountId,
    state: line.state,
    deliveredUnits: line.deliveredUnits,
    orderedUnits: line.orderedUnits,
    onTime: line.dueAt === null || completedAt <= line.dueAt,
    completedAt,
    recount,
  });
}
