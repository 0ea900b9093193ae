import type { Tx } from "#infrastructure/database";
import { invariant } from "#kernel/domain-error";
import type { SupplierReport } from "#modules/suppliers";
import { acceptAttempt, recordDuplicate, recordLateAcceptance } from "./accept-attempt.ts";
import { type Attempt, isUnderWay, itemsOf, placementsIn, standingDelivery } from "./attempt.ts";
import { findAttempt, updateAttempt } from "./attempt-repository.ts";
import { completeLine, recountLine } from "./complete-line.ts";
import type { FulfillmentDeps } from "./deps.ts";
import { credibleTime, evaluateReport, provenDelivery, type ReportSource } from "./evaluate-report.ts";
import { lineProgressed, makeGoodEnded, placementsChanged } from "./fulfillment-events.ts";
import { pollLineJob } from "./fulfillment-jobs.ts";
import { isCompleted } from "./line.ts";
import { findLineRow } from "./line-repository.ts";
import { type HeldLine, holdLine, moveLine } from "./move-line.ts";
import { raiseFollowUp } from "./raise-follow-up.ts";
import { recordDelivery, recordStart } from "./record-quality.ts";

export interface ToldReport {
  readonly source: ReportSource;
  /** Business time the report speaks of; null when the supplier does not say. */
  readonly at: Date | null;
  readonly report: SupplierReport;
  /** Names the telling, so that a question it raises is asked once. */
  readonly id: string;
}

export type ReportOutcome = "applied" | "old" | "asked-again" | "duplicate-order" | "closed-attempt";

interface HeldAttempt extends HeldLine {
  readonly attempt: Attempt;
}

/** What a supplier said of an attempt, however it said it: the one way progress reaches a line. */
export async function applyReport(
  deps: FulfillmentDeps,
  tx: Tx,
  attemptId: string,
  told: ToldReport,
): Promise<ReportOutcome> {
  const known = await findAttempt(tx, attemptId);
  const held = known === null ? null : await holdLine(deps, tx, { id: known.lineId, orderId: known.orderId });
  invariant(known !== null && held !== null, "a report's attempt has a line");
  if (held.attempt?.id !== attemptId) {
    await recordLateAcceptance(deps, tx, known, told.report);
    return "closed-attempt";
  }
  const live = await accepted(deps, tx, { ...held, attempt: held.attempt }, told.report);
  if (live.attempt.externalId !== told.report.externalId) {
    await recordDuplicate(deps, tx, live.attempt, told.report);
    return "duplicate-order";
  }
  const at = credibleTime(told.at, deps.clock.now());
  const { status, delivered } = told.report;
  const verdict = evaluateReport(live.attempt, live.line.state, { source: told.source, at, status, delivered });
  if (verdict === "ignore") return "old";
  if (verdict === "ask-again") {
    tx.enqueue(pollLineJob, { attemptId, number: null }, { key: `${attemptId} asked ${told.id}` });
    return "asked-again";
  }
  await take(deps, tx, live, { ...told, at, report: provenDelivery(told.report, live.attempt.quantity) });
  return "applied";
}

/** A report proves that the supplier has the order, also when the submit's own answer is still on its way. */
async function accepted(
  deps: FulfillmentDeps,
  tx: Tx,
  held: HeldAttempt,
  report: SupplierReport,
): Promise<HeldAttempt> {
  const { state } = held.attempt;
  return state === "submitting" || state === "ambiguous" ? acceptAttempt(deps, tx, held, held.attempt, report) : held;
}

async function take(deps: FulfillmentDeps, tx: Tx, held: HeldAttempt, told: ToldReport): Promise<void> {
  const { report } = told;
  const { attempt } = held;
  const done = report.status === "completed" || report.status === "short";
  await updateAttempt(tx, attempt.id, {
    supplierStatus: report.status,
    supplierDelivered: report.delivered,
    evidence: report.evidence,
    checkedAt: deps.clock.now(),
    lastError: null,
    ...(told.at === null ? {} : { reportedAt: told.at }),
    ...(done ? { state: "completed" } : {}),
  });
  if (report.status === "canceled") {
    await stop(deps, tx, held);
    return;
  }
  const standing = standingDelivery(report, attempt.goneAddresses);
  const deliveredUnits = itemsOf(standing.delivered, attempt.unitsPerItem);
  const evidence = { entries: standing.evidence, unitsPerItem: attempt.unitsPerItem };
  if (done || isCompleted(held.line.state)) announcePlacements(tx, held, report);
  if (isCompleted(held.line.state)) {
    await recountLine(deps, tx, held.line, { deliveredUnits, evidence });
    if (done && isUnderWay(attempt.supplierStatus)) await endMakeGood(tx, held.line.id);
  } else if (done) {
    const claimsComplete = report.status === "completed";
    const handover = { deliveredUnits, evidence, toldAt: told.at ?? deps.clock.now() };
    const line = await completeLine(deps, tx, held.line, handover);
    const started = held.line.state === "delivering";
    await recordDelivery(deps, tx, attempt, line, { at: line.completedAt ?? handover.toldAt, claimsComplete, started });
  } else if (report.status === "running" || deliveredUnits > 0) {
    if (held.line.state === "accepted") {
      await recordStart(deps, tx, attempt, held.line, told.at ?? deps.clock.now());
    }
    await progress(deps, tx, held.line, deliveredUnits, evidence);
  }
}

/** A finished line has placements to look at, or others than before. */
function announcePlacements(tx: Tx, { line, attempt }: HeldAttempt, report: SupplierReport): void {
  const now = placementsIn(report.evidence);
  const before = isCompleted(line.state) ? placementsIn(attempt.evidence) : [];
  if (now.length === before.length && now.every((address) => before.includes(address))) return;
  tx.publish(placementsChanged, { orderId: line.orderId, lineId: line.id });
}

async function progress(
  deps: FulfillmentDeps,
  tx: Tx,
  line: HeldLine["line"],
  deliveredUnits: number,
  evidence: NonNullable<Parameters<typeof moveLine>[3]["evidence"]>,
): Promise<void> {
  const moved = await moveLine(deps, tx, line, { command: "progress", changes: { deliveredUnits }, evidence });
  if (line.state === moved.state && line.deliveredUnits === deliveredUnits) return;
  const { orderId, id: lineId, productId, orderedUnits } = line;
  tx.publish(lineProgressed, { orderId, lineId, productId, deliveredUnits, orderedUnits });
}

/** A finished order was under way again and is no longer. */
async function endMakeGood(tx: Tx, lineId: string): Promise<void> {
  const line = await findLineRow(tx, lineId, { lock: false });
  if (line === null) return;
  const { orderId, state, deliveredUnits, orderedUnits } = line;
  tx.publish(makeGoodEnded, { orderId, lineId, state, deliveredUnits, orderedUnits });
}

/** The supplier stopped: asked to, or by itself, which a person has to know. */
async function stop(deps: FulfillmentDeps, tx: Tx, { line, attempt }: HeldAttempt): Promise<void> {
  const about = { orderId: line.orderId, lineId: line.id, attemptId: attempt.id };
  if (attempt.cancelRequestedAt === null) {
    await raiseFollowUp(deps, tx, about, "supplier-canceled", "The supplier canceled without being asked");
  }
  // What was handed over stays the customer's; only the guarantee's checks could still change it.
  if (isCompleted(line.state)) {
    if (isUnderWay(attempt.supplierStatus)) await endMakeGood(tx, line.id);
    return;
  }
  await updateAttempt(tx, attempt.id, { state: "canceled", closedAt: deps.clock.wall() });
  const canceled = await moveLine(deps, tx, line, { command: "cancel", supplierConfirmedCancel: true });
  if (attempt.cancelRequestedAt !== null) return;
  const end = { at: deps.clock.now(), claimsComplete: false, started: line.state === "delivering" };
  await recordDelivery(deps, tx, attempt, canceled, end);
}
