import type { Scope, Tx } from "#infrastructure/database";
import type { Provider, RefillOutcome, SupplierReport } from "#modules/suppliers";
import { applyReport } from "./apply-report.ts";
import { type Attempt, isUnderWay, itemsOf, standingDelivery } from "./attempt.ts";
import { findLiveAttempt, updateAttempt } from "./attempt-repository.ts";
import type { FulfillmentDeps } from "./deps.ts";
import { provenDelivery } from "./evaluate-report.ts";
import { pollLineJob } from "./fulfillment-jobs.ts";
import { findLineRow } from "./line-repository.ts";

export interface MakeGoodRequest {
  readonly lineId: string;
  /** Product units that are missing. */
  readonly units: number;
  /** Used once per make-good, however often it is asked for. */
  readonly reference: string;
  /** Asked before without a clear answer: then it is looked up before it is asked for again. */
  readonly askedBefore: boolean;
}

/**
 * Asks the supplier of a finished line for the units that are missing. Calls the outside, so no transaction may be
 * open. `unknown` says nothing about whether the supplier took it on.
 */
export async function askMakeGood(
  deps: FulfillmentDeps,
  scope: Scope,
  request: MakeGoodRequest,
): Promise<RefillOutcome> {
  const attempt = await findLiveAttempt(scope, request.lineId);
  if (attempt === null || attempt.externalId === null) return { kind: "refused", reason: "no supplier has this line" };
  const provider = await deps.suppliers.open(scope, attempt.providerId);
  if (provider === null) return { kind: "refused", reason: "the supplier is gone" };
  if (!provider.capabilities.refill) return { kind: "refused", reason: "this supplier takes no refills" };
  if (request.askedBefore) {
    const taken = await lookForMakeGood(provider, attempt, request.units);
    if (taken !== null) return taken;
  }
  return provider.requestRefill(attempt.externalId, request.units * attempt.unitsPerItem, request.reference);
}

/**
 * A finished order that is under way again, or shows more than when it was asked, was taken on. Null when it was not, or
 * can't be asked for.
 */
async function lookForMakeGood(provider: Provider, attempt: Attempt, missing: number): Promise<RefillOutcome | null> {
  if (!provider.capabilities.poll || attempt.externalId === null) return null;
  const found = await provider.status(attempt.externalId);
  if (found.kind === "unknown") return found;
  if (found.kind === "absent") return { kind: "refused", reason: "the supplier does not know this order" };
  const [report] = found.reports;
  const { delivered } = standingDelivery(provenDelivery(report, attempt.quantity), attempt.goneAddresses);
  const showsMore =
    itemsOf(delivered, attempt.unitsPerItem) > itemsOf(attempt.quantity, attempt.unitsPerItem) - missing;
  return showsMore || isUnderWay(report.status) ? { kind: "accepted", report } : null;
}

/** The supplier took a make-good on: its order is under way again, and what it reports counts as before. */
export async function recordMakeGood(
  deps: FulfillmentDeps,
  tx: Tx,
  lineId: string,
  taken: { readonly report: SupplierReport | null; readonly reference: string },
): Promise<void> {
  const attempt = await findLiveAttempt(tx, lineId);
  if (attempt === null) return;
  const provider = await deps.suppliers.open(tx, attempt.providerId);
  // The desk's queue shows what is accepted and not finished.
  const reopened = provider?.capabilities.poll === false ? ({ state: "accepted" } as const) : {};
  await updateAttempt(tx, attempt.id, { supplierStatus: "accepted", ...reopened });
  const line = await findLineRow(tx, lineId, { lock: false });
  if (line !== null) await deps.suppliers.recordRefill(tx, { ...attempt, platform: line.brief.platform });
  if (taken.report === null) return;
  const id = `make-good ${taken.reference}`;
  await applyReport(deps, tx, attempt.id, { source: "answer", at: deps.clock.now(), report: taken.report, id });
}

/** Has the supplier of a line asked out of turn; `occasion` names it once. */
export async function askSupplier(tx: Tx, lineId: string, occasion: string): Promise<void> {
  const attempt = await findLiveAttempt(tx, lineId);
  if (attempt === null) return;
  tx.enqueue(pollLineJob, { attemptId: attempt.id, number: null }, { key: `${attempt.id} ${occasion}` });
}
