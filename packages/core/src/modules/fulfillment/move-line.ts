import type { Tx } from "#infrastructure/database";
import { system } from "#kernel/actor";
import type { LineEvidence, OrderWithLines } from "#modules/orders";
import { type Attempt, evidenceInItems } from "./attempt.ts";
import { findLiveAttempt } from "./attempt-repository.ts";
import type { FulfillmentDeps } from "./deps.ts";
import { lineRefused } from "./fulfillment-errors.ts";
import { lineCanceled } from "./fulfillment-events.ts";
import { submitLineJob } from "./fulfillment-jobs.ts";
import { type FulfillmentLine, meetsThreshold } from "./line.ts";
import { findLineRow, type LineChanges, updateLineRow } from "./line-repository.ts";
import { type LineCommand, next } from "./line-states.ts";

/** A line with its order and live attempt, all held until the transaction ends. */
export interface HeldLine {
  readonly line: FulfillmentLine;
  readonly order: OrderWithLines;
  readonly attempt: Attempt | null;
}

/**
 * Locks the order, then the line: in this order everywhere, so that two writers of one order wait instead of
 * deadlocking. Null when there is no such line. A line whose order is known is found one statement sooner.
 */
export async function holdLine(
  deps: FulfillmentDeps,
  tx: Tx,
  named: string | Pick<FulfillmentLine, "id" | "orderId">,
): Promise<HeldLine | null> {
  const known = typeof named === "string" ? await findLineRow(tx, named, { lock: false }) : named;
  if (known === null) return null;
  const order = await deps.orders.findForUpdate(tx, known.orderId);
  const line = await findLineRow(tx, known.id, { lock: true });
  if (order === null || line === null) return null;
  return { line, order, attempt: await findLiveAttempt(tx, known.id) };
}

export interface LineMove {
  readonly command: LineCommand;
  readonly changes?: Omit<LineChanges, "state" | "updatedAt">;
  /** As the supplier counts it; told to the order in product units. */
  readonly evidence?: { readonly entries: readonly LineEvidence[]; readonly unitsPerItem: number };
  readonly supplierConfirmedCancel?: boolean;
  /** When a line that becomes ready is submitted, wall time; at once when absent. */
  readonly submitAt?: Date;
}

/**
 * The only writer of a line's state: asks the table, writes the row, tells the order, and enqueues the submit of a
 * line that became ready. Throws `fulfillment.line-refused`.
 */
export async function moveLine(
  deps: FulfillmentDeps,
  tx: Tx,
  line: FulfillmentLine,
  move: LineMove,
): Promise<FulfillmentLine> {
  const changes = move.changes ?? {};
  const delivered = changes.deliveredUnits ?? line.deliveredUnits;
  const answer = next(line.state, move.command, {
    meetsThreshold: meetsThreshold(delivered, line.orderedUnits, line.thresholdPercent),
    supplierConfirmedCancel: move.supplierConfirmedCancel ?? false,
  });
  if (!answer.ok) throw lineRefused(move.command, line.state, answer.why);
  // Processes' clocks differ by a little; the order ignores a report that seems older than its last.
  const updatedAt = latest(deps.clock.now(), line.updatedAt);
  const moved = { ...line, ...changes, state: answer.state, updatedAt };
  await updateLineRow(tx, line.id, { ...changes, state: answer.state, updatedAt });
  await reportLine(deps, tx, moved, move.evidence);
  if (answer.state === "ready") enqueueSubmit(tx, moved, move.submitAt === undefined ? {} : { at: move.submitAt });
  if (answer.state === "canceled") {
    tx.publish(lineCanceled, { orderId: line.orderId, lineId: line.id, productId: line.productId });
  }
  return moved;
}

/** Tells the order where one of its lines stands. */
export async function reportLine(
  deps: FulfillmentDeps,
  tx: Tx,
  line: FulfillmentLine,
  evidence?: LineMove["evidence"],
): Promise<void> {
  const { startedAt, dueAt, completedAt, guaranteeEndsAt } = line;
  await deps.orders.recordLine(tx, system("fulfillment"), line.orderId, {
    lineId: line.id,
    state: line.state,
    deliveredUnits: line.deliveredUnits,
    checkedAt: line.updatedAt,
    ...(startedAt === null ? {} : { startedAt }),
    ...(dueAt === null ? {} : { dueAt }),
    ...(completedAt === null ? {} : { completedAt }),
    ...(guaranteeEndsAt === null ? {} : { guaranteeEndsAt }),
    ...(evidence === undefined ? {} : { evidence: evidenceInItems(evidence.entries, evidence.unitsPerItem) }),
  });
}

/**
 * One job per line and attempt number; an `occasion` (a resume) makes another one, which finds the line submitted
 * and does nothing, or submits it.
 */
export function enqueueSubmit(
  tx: Tx,
  line: Pick<FulfillmentLine, "id" | "attemptCount">,
  when: { readonly at?: Date; readonly occasion?: string } = {},
): void {
  const key = [line.id, line.attemptCount + 1, when.occasion ?? ""].join(" ").trim();
  tx.enqueue(submitLineJob, { lineId: line.id }, { key, ...(when.at === undefined ? {} : { runAtWall: when.at }) });
}

const latest = (a: Date, b: Date): Date => (a > b ? a : b);
