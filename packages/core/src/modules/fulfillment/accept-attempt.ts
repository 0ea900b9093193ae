import type { Tx } from "#infrastructure/database";
import { after, hours } from "#kernel/clock";
import type { SupplierReport } from "#modules/suppliers";
import type { Attempt } from "./attempt.ts";
import { updateAttempt } from "./attempt-repository.ts";
import { schedulePaceChecks } from "./check-pace.ts";
import type { FulfillmentDeps } from "./deps.ts";
import { lineAccepted } from "./fulfillment-events.ts";
import { cancelOrderJob } from "./fulfillment-jobs.ts";
import { type HeldLine, moveLine } from "./move-line.ts";
import { planPacing } from "./pacing.ts";
import { raiseFollowUp } from "./raise-follow-up.ts";
import { recordSubmit } from "./record-quality.ts";
import { schedulePoll } from "./schedule-poll.ts";

/** A supplier has the order: the delivery begins, its cost is booked, and somebody looks after it. */
export async function acceptAttempt(
  deps: FulfillmentDeps,
  tx: Tx,
  held: HeldLine,
  attempt: Attempt,
  report: SupplierReport,
): Promise<HeldLine & { readonly attempt: Attempt }> {
  const startedAt = deps.clock.now();
  const dueAt = after(startedAt, hours(held.line.deliversWithinHours));
  const costMinor = costOf(attempt, report);
  const changes = { state: "accepted", externalId: report.externalId, costMinor, lastError: null } as const;
  await updateAttempt(tx, attempt.id, changes);
  const pacing = planPacing(held.line.orderedUnits, startedAt, dueAt);
  const line = await moveLine(deps, tx, held.line, { command: "accept", changes: { startedAt, dueAt, pacing } });
  schedulePaceChecks(tx, line, pacing);
  const accepted = { ...attempt, ...changes };
  await bookCost(deps, tx, accepted);
  await recordSubmit(deps, tx, accepted, line, { kind: "accepted", costMinor });
  tx.publish(lineAccepted, {
    orderId: line.orderId,
    lineId: line.id,
    productId: line.productId,
    socialAccountId: line.socialAccountId,
    orderedUnits: line.orderedUnits,
    startedAt,
    dueAt,
  });
  await schedulePoll(deps, tx, line, accepted);
  return { order: held.order, line, attempt: accepted };
}

/**
 * An acceptance of an attempt that was given up: the line has moved on, so the supplier is asked to stop, what it
 * costs is booked, and a person is told.
 */
export async function recordLateAcceptance(
  deps: FulfillmentDeps,
  tx: Tx,
  attempt: Attempt,
  report: SupplierReport,
): Promise<void> {
  if (attempt.state === "canceled" || attempt.externalId !== null) return;
  const costMinor = costOf(attempt, report);
  await updateAttempt(tx, attempt.id, { externalId: report.externalId, costMinor });
  await bookCost(deps, tx, { ...attempt, costMinor });
  const { orderId, lineId, id: attemptId } = attempt;
  const detail = `The supplier took ${attempt.reference} (${report.externalId}) after it was given up`;
  await raiseFollowUp(deps, tx, { orderId, lineId, attemptId }, "late-acceptance", detail);
  if (report.status !== "canceled") enqueueCancel(tx, attempt.id, report.externalId);
}

/** An order beyond the one the attempt stands for: stopped, and told to a person. */
export async function recordDuplicate(
  deps: FulfillmentDeps,
  tx: Tx,
  attempt: Attempt,
  report: SupplierReport,
): Promise<void> {
  const { orderId, lineId, id: attemptId } = attempt;
  const detail = `The supplier has ${report.externalId} beside ${attempt.externalId} for ${attempt.reference}`;
  await raiseFollowUp(deps, tx, { orderId, lineId, attemptId }, "duplicate-order", detail);
  if (report.status !== "canceled") enqueueCancel(tx, attempt.id, report.externalId);
}

/** Asks for a cancel once per order of the supplier. */
export function enqueueCancel(tx: Tx, attemptId: string, externalId: string): void {
  tx.enqueue(cancelOrderJob, { attemptId, externalId }, { key: `${attemptId} ${externalId}` });
}

/** What the supplier says it costs, in our books' currency; else what its price list says. */
const costOf = (attempt: Attempt, report: SupplierReport): number | null =>
  report.cost !== null && report.cost.currency === attempt.currency ? report.cost.amountMinor : attempt.costMinor;

async function bookCost(deps: FulfillmentDeps, tx: Tx, attempt: Attempt): Promise<void> {
  if (attempt.costMinor === null || attempt.costMinor === 0) return;
  await deps.ledger.post(tx, {
    journalKey: `supplier-cost:${attempt.id}`,
    kind: "supplier-cost",
    orderId: attempt.orderId,
    at: deps.clock.now(),
    transfers: [
      {
        debit: "cost_of_delivery",
        credit: "supplier_payable",
        amountMinor: attempt.costMinor,
        currency: attempt.currency,
      },
    ],
  });
}
