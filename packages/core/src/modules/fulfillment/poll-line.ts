import type { Tx } from "#infrastructure/database";
import type { ExternalRun } from "#infrastructure/jobs";
import type { FindOutcome, Provider } from "#modules/suppliers";
import { applyReport } from "./apply-report.ts";
import type { Attempt } from "./attempt.ts";
import { countPoll, findAttempt, updateAttempt } from "./attempt-repository.ts";
import type { FulfillmentDeps } from "./deps.ts";
import { findLineRow } from "./line-repository.ts";
import { raiseFollowUp } from "./raise-follow-up.ts";
import { enqueuePoll } from "./schedule-poll.ts";

/** Asks the supplier how far it is, applies the answer, and plans the next look, whatever came back. */
export async function pollLine(
  deps: FulfillmentDeps,
  run: ExternalRun,
  poll: { readonly attemptId: string; readonly number: number | null },
): Promise<void> {
  const target = await run.transaction((tx) => pollable(deps, tx, poll));
  if (target === null) return;
  const asked = deps.clock.now();
  const outcome = await target.provider.status(target.externalId);
  const goesOn = target.provider.capabilities.poll;
  await run.complete((tx) => settlePoll(deps, tx, poll, { outcome, asked, goesOn }, run.jobId));
}

async function pollable(
  deps: FulfillmentDeps,
  tx: Tx,
  poll: { readonly attemptId: string; readonly number: number | null },
): Promise<{ provider: Provider; externalId: string } | null> {
  const attempt = await findAttempt(tx, poll.attemptId);
  if (attempt === null || attempt.closedAt !== null || attempt.externalId === null) return null;
  if (poll.number !== null && poll.number <= attempt.polls) return null;
  const provider = await deps.suppliers.open(tx, attempt.providerId);
  return provider === null ? null : { provider, externalId: attempt.externalId };
}

async function settlePoll(
  deps: FulfillmentDeps,
  tx: Tx,
  poll: { readonly attemptId: string; readonly number: number | null },
  answer: { readonly outcome: FindOutcome; readonly asked: Date; readonly goesOn: boolean },
  id: string,
): Promise<void> {
  const { outcome, asked, goesOn } = answer;
  if (outcome.kind === "found") {
    await applyReport(deps, tx, poll.attemptId, { source: "answer", at: asked, report: outcome.reports[0], id });
  }
  const attempt =
    poll.number === null ? await findAttempt(tx, poll.attemptId) : await countPoll(tx, poll.attemptId, poll.number);
  if (attempt === null) return;
  if (outcome.kind !== "found") await recordSilence(deps, tx, attempt, outcome);
  if (poll.number === null || !goesOn) return;
  const line = await findLineRow(tx, attempt.lineId, { lock: false });
  if (line === null || attempt.closedAt !== null) return;
  const notBeforeMs = outcome.kind === "unknown" ? (outcome.retryAfterMs ?? 0) : 0;
  enqueuePoll(deps, tx, line, attempt, { notBeforeMs });
}

async function recordSilence(
  deps: FulfillmentDeps,
  tx: Tx,
  attempt: Attempt,
  outcome: Exclude<FindOutcome, { kind: "found" }>,
): Promise<void> {
  const reason = outcome.kind === "absent" ? "the supplier does not know this order" : outcome.reason;
  await updateAttempt(tx, attempt.id, { lastError: reason, checkedAt: deps.clock.now() });
  if (outcome.kind === "unknown") return;
  const about = { orderId: attempt.orderId, lineId: attempt.lineId, attemptId: attempt.id };
  await raiseFollowUp(deps, tx, about, "supplier-silent", reason);
}
