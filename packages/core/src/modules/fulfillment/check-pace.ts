import type { Tx } from "#infrastructure/database";
import { after } from "#kernel/clock";
import type { FulfillmentDeps } from "./deps.ts";
import { lineBehind, lineLate } from "./fulfillment-events.ts";
import { checkPaceJob } from "./fulfillment-jobs.ts";
import { type FulfillmentLine, pollInterval } from "./line.ts";
import { findLineRow, updateLineRow } from "./line-repository.ts";
import { type HeldLine, holdLine } from "./move-line.ts";
import { expectedCompletion, isBehind, type PacingPlan } from "./pacing.ts";
import { raiseFollowUp } from "./raise-follow-up.ts";

/** The share of its window after which a delivery is held against its plan for the first time. */
const middle = 0.6;

/**
 * Enqueues the looks at a delivery's pace: two per line, however long the delivery takes. The second waits until the
 * supplier was asked once more after the promise: what was done in time is not called late for our not knowing.
 */
export function schedulePaceChecks(tx: Tx, line: FulfillmentLine, plan: PacingPlan): void {
  const start = new Date(plan.startsAt);
  const end = new Date(plan.endsAt);
  const looks = [
    { name: "middle", runAt: after(start, (end.getTime() - start.getTime()) * middle) },
    { name: "end", runAt: after(end, pollInterval(line.deliversWithinHours)) },
  ];
  for (const { name, runAt } of looks) {
    tx.enqueue(checkPaceJob, { lineId: line.id }, { key: `${line.id} ${plan.startsAt} ${name}`, runAt });
  }
}

/**
 * Holds a delivery against its plan. Behind it, a person is told; past the promise, the buyer too, with the time at
 * which the pace so far would be done, or without one where nobody can say.
 */
export async function checkPace(deps: FulfillmentDeps, tx: Tx, lineId: string): Promise<void> {
  // Most are done by then, and nothing leads back from there: they are left without a lock.
  const known = await findLineRow(tx, lineId, { lock: false });
  if (known === null || !isRunning(known)) return;
  const held = await holdLine(deps, tx, known);
  if (held === null || !isRunning(held.line)) return;
  const { line } = held;
  if (line.pacing === null || line.dueAt === null) return;
  const now = deps.clock.now();
  if (now >= line.dueAt) await markLate(deps, tx, held, line.pacing, now);
  else if (isBehind(line.pacing, line.orderedUnits, line.deliveredUnits, now)) await markBehind(deps, tx, held);
}

const isRunning = (line: FulfillmentLine): boolean => line.state === "accepted" || line.state === "delivering";

async function markBehind(deps: FulfillmentDeps, tx: Tx, { line, attempt }: HeldLine): Promise<void> {
  const { orderId, id: lineId, deliveredUnits, orderedUnits } = line;
  const detail = `${deliveredUnits} of ${orderedUnits} with more than half of the time gone`;
  await raiseFollowUp(deps, tx, { orderId, lineId, attemptId: attempt?.id ?? null }, "delivery-behind", detail);
  tx.publish(lineBehind, { orderId, lineId, deliveredUnits, orderedUnits });
}

async function markLate(
  deps: FulfillmentDeps,
  tx: Tx,
  { line, attempt }: HeldLine,
  plan: PacingPlan,
  now: Date,
): Promise<void> {
  if (line.lateSince !== null) return;
  const { orderId, id: lineId, productId, deliveredUnits, orderedUnits } = line;
  const expectedAt = expectedCompletion(plan, orderedUnits, deliveredUnits, now);
  await updateLineRow(tx, lineId, { lateSince: now, expectedAt, updatedAt: line.updatedAt });
  const detail = `${deliveredUnits} of ${orderedUnits} at the promised time`;
  await raiseFollowUp(deps, tx, { orderId, lineId, attemptId: attempt?.id ?? null }, "delivery-late", detail);
  tx.publish(lineLate, { orderId, lineId, productId, deliveredUnits, orderedUnits, expectedAt });
}
