import type { Tx } from "#infrastructure/database";
import type { ExternalRun } from "#infrastructure/jobs";
import { after } from "#kernel/clock";
import type { FindOutcome, Provider, SupplierReport } from "#modules/suppliers";
import { recordDuplicate } from "./accept-attempt.ts";
import { applyReport } from "./apply-report.ts";
import type { Attempt } from "./attempt.ts";
import { findAttempt, updateAttempt } from "./attempt-repository.ts";
import type { FulfillmentDeps } from "./deps.ts";
import { reconcileAttemptJob } from "./fulfillment-jobs.ts";
import { type HeldLine, holdLine } from "./move-line.ts";
import { raiseFollowUp } from "./raise-follow-up.ts";
import { denySubmit, refuseSubmit } from "./settle-submit.ts";

/** Rounds without an answer before a person is told; the asking goes on. */
const silentRounds = 6;

/**
 * Asks the supplier what it has under the reference of a submit whose answer got lost. Nothing is sent again before
 * the supplier denies the reference, and that counts only once its settle time is over.
 */
export async function reconcileAttempt(
  deps: FulfillmentDeps,
  run: ExternalRun,
  { attemptId, round }: { readonly attemptId: string; readonly round: number },
): Promise<void> {
  const target = await run.transaction((tx) => unclear(deps, tx, attemptId));
  if (target === null) return;
  const asked = { now: deps.clock.now(), wall: deps.clock.wall() };
  const outcome = await target.provider.find(target.attempt.reference);
  await run.complete(async (tx) => {
    const held = await holdLine(deps, tx, target.attempt.lineId);
    const attempt = held?.attempt;
    if (held === null || attempt?.id !== attemptId || attempt.state !== "ambiguous") return;
    const settled = after(attempt.calledAt, target.provider.capabilities.settleMs) <= asked.wall;
    await settle(deps, tx, { ...held, attempt }, { outcome, settled, askedAt: asked.now, round });
  });
}

async function unclear(
  deps: FulfillmentDeps,
  tx: Tx,
  attemptId: string,
): Promise<{ attempt: Attempt; provider: Provider } | null> {
  const attempt = await findAttempt(tx, attemptId);
  if (attempt === null || attempt.state !== "ambiguous") return null;
  const provider = await deps.suppliers.open(tx, attempt.providerId);
  return provider === null ? null : { attempt, provider };
}

interface Found {
  readonly outcome: FindOutcome;
  readonly settled: boolean;
  readonly askedAt: Date;
  readonly round: number;
}

async function settle(
  deps: FulfillmentDeps,
  tx: Tx,
  held: HeldLine & { readonly attempt: Attempt },
  { outcome, settled, askedAt, round }: Found,
): Promise<void> {
  const { attempt } = held;
  if (outcome.kind === "found") {
    await takeOrder(deps, tx, held, outcome.reports, askedAt);
    return;
  }
  if (outcome.kind === "absent" && settled) {
    const reason = "the supplier denies the reference";
    await denySubmit(deps, tx, held, attempt, { reason, retryAfterMs: null });
    return;
  }
  const reason = outcome.kind === "absent" ? "not there yet" : outcome.reason;
  await updateAttempt(tx, attempt.id, { lastError: reason, checkedAt: askedAt });
  if (round === silentRounds) {
    const about = { orderId: attempt.orderId, lineId: attempt.lineId, attemptId: attempt.id };
    await raiseFollowUp(deps, tx, about, "supplier-silent", reason);
  }
  const wait = Math.max(outcome.kind === "unknown" ? (outcome.retryAfterMs ?? 0) : 0, backoff(round));
  tx.enqueue(
    reconcileAttemptJob,
    { attemptId: attempt.id, round: round + 1 },
    { key: `${attempt.id} ${round + 1}`, runAtWall: after(deps.clock.wall(), wait) },
  );
}

/** The first standing order is the line's; whatever else was made under the reference is stopped. */
async function takeOrder(
  deps: FulfillmentDeps,
  tx: Tx,
  held: HeldLine & { readonly attempt: Attempt },
  reports: readonly [SupplierReport, ...SupplierReport[]],
  askedAt: Date,
): Promise<void> {
  const standing = reports.find((report) => report.status !== "canceled");
  if (standing === undefined) {
    await refuseSubmit(deps, tx, held, held.attempt, "the supplier took the order and canceled it");
    return;
  }
  const id = `reconcile ${held.attempt.id}`;
  await applyReport(deps, tx, held.attempt.id, { source: "answer", at: askedAt, report: standing, id });
  const taken = { ...held.attempt, externalId: standing.externalId };
  for (const report of reports.filter((candidate) => candidate !== standing)) {
    await recordDuplicate(deps, tx, taken, report);
  }
}

const backoff = (round: number): number => Math.min(600_000, 5_000 * 2 ** round);
