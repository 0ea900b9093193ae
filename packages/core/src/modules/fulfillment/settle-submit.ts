import type { Tx } from "#infrastructure/database";
import { after, hours } from "#kernel/clock";
import { invariant } from "#kernel/domain-error";
import type { SubmitOutcome } from "#modules/suppliers";
import { acceptAttempt, recordLateAcceptance } from "./accept-attempt.ts";
import type { Attempt } from "./attempt.ts";
import { findAttempt, updateAttempt } from "./attempt-repository.ts";
import { canRoute } from "./decide-route.ts";
import type { FulfillmentDeps } from "./deps.ts";
import { lineRerouted, lineStalled } from "./fulfillment-events.ts";
import { reconcileAttemptJob } from "./fulfillment-jobs.ts";
import { type HeldLine, holdLine, moveLine } from "./move-line.ts";
import { raiseFollowUp } from "./raise-follow-up.ts";
import { recordSubmit } from "./record-quality.ts";
import { holdForSupplier } from "./stalled-line.ts";
import type { FollowUpKind } from "./views.ts";

/** Submits proven not to have arrived that a line may have before a person has to look. */
const unsentMax = 20;
/** How long a line waits for a top-up that nobody tells us of: not every supplier says what is left. */
const creditWaitMs = hours(1);

/** Records what came of a submit. Of several answers to one attempt the first counts: a webhook can be faster. */
export async function settleSubmit(
  deps: FulfillmentDeps,
  tx: Tx,
  attemptId: string,
  outcome: SubmitOutcome,
): Promise<void> {
  const known = await findAttempt(tx, attemptId);
  const held = known === null ? null : await holdLine(deps, tx, known.lineId);
  invariant(known !== null && held !== null, "a submit has an attempt and a line");
  if (held.attempt?.id !== attemptId) {
    if (outcome.kind === "accepted") await recordLateAcceptance(deps, tx, known, outcome.report);
    return;
  }
  const attempt = held.attempt;
  if (attempt.state !== "submitting" && attempt.state !== "ambiguous") return;
  switch (outcome.kind) {
    case "accepted":
      await acceptAttempt(deps, tx, held, attempt, outcome.report);
      return;
    case "ambiguous":
      await loseAnswer(deps, tx, held, attempt, outcome.reason);
      return;
    case "not_sent":
      await denySubmit(deps, tx, held, attempt, outcome);
      return;
    case "refused":
      await refuseSubmit(deps, tx, held, attempt, outcome.reason);
  }
}

/** Nobody knows whether the supplier has the order: nothing is sent again before it was asked. */
export async function loseAnswer(
  deps: FulfillmentDeps,
  tx: Tx,
  held: HeldLine,
  attempt: Attempt,
  reason: string,
): Promise<void> {
  if (attempt.state === "ambiguous") return;
  await updateAttempt(tx, attempt.id, { state: "ambiguous", lastError: reason });
  await moveLine(deps, tx, held.line, { command: "lose-answer" });
  const provider = await deps.suppliers.open(tx, attempt.providerId);
  const settleMs = provider?.capabilities.settleMs ?? 0;
  tx.enqueue(
    reconcileAttemptJob,
    { attemptId: attempt.id, round: 1 },
    { key: `${attempt.id} 1`, runAtWall: after(attempt.calledAt, settleMs) },
  );
}

/** The supplier does not have the order: the line is ready again, and tried again after a while. */
export async function denySubmit(
  deps: FulfillmentDeps,
  tx: Tx,
  held: HeldLine,
  attempt: Attempt,
  why: Pick<Extract<SubmitOutcome, { kind: "not_sent" }>, "reason" | "retryAfterMs" | "waitsFor">,
): Promise<void> {
  const now = deps.clock.wall();
  await updateAttempt(tx, attempt.id, { state: "not_sent", lastError: why.reason, closedAt: now });
  await recordSubmit(deps, tx, attempt, held.line, { kind: "not_sent" });
  if (why.waitsFor === "credit") {
    await waitForCredit(deps, tx, held, attempt, why.reason);
    return;
  }
  if (attempt.number % unsentMax === 0) {
    await giveUp(deps, tx, held, attempt, "submit-given-up", why.reason);
    return;
  }
  const wait = Math.max(why.retryAfterMs ?? 0, backoff(attempt.number));
  await moveLine(deps, tx, held.line, { command: "deny", submitAt: after(now, wait) });
}

/**
 * Our credit at a supplier is used up: a person is told, another supplier that could do the line is asked soon, and
 * without one the line waits. It is never given up for this: a top-up sends it again, and so does an hour.
 */
async function waitForCredit(
  deps: FulfillmentDeps,
  tx: Tx,
  held: HeldLine,
  attempt: Attempt,
  reason: string,
): Promise<void> {
  await raiseFollowUp(deps, tx, aboutOf(attempt), "supplier-credit", reason);
  const excludedProviders = [...held.line.excludedProviders, attempt.providerId];
  const elsewhere = await canRoute(deps, tx, { ...held.line, excludedProviders }, held.order);
  const wait = elsewhere ? backoff(attempt.number) : creditWaitMs;
  await moveLine(deps, tx, held.line, { command: "deny", submitAt: after(deps.clock.wall(), wait) });
}

const backoff = (number: number): number => Math.min(600_000, 1_000 * 2 ** (number % unsentMax));

/** The supplier will not do it: the next one is asked, or a person decides. */
export async function refuseSubmit(
  deps: FulfillmentDeps,
  tx: Tx,
  held: HeldLine,
  attempt: Attempt,
  reason: string,
): Promise<void> {
  await updateAttempt(tx, attempt.id, { state: "refused", lastError: reason, closedAt: deps.clock.wall() });
  await recordSubmit(deps, tx, attempt, held.line, { kind: "refused" });
  await giveUp(deps, tx, held, attempt, "supplier-refused", reason);
}

/**
 * A supplier is out for this line. Another one that could do it gets it at once, under a new reference; without one the
 * line has failed, a person is asked, and the order waits for them.
 */
async function giveUp(
  deps: FulfillmentDeps,
  tx: Tx,
  held: HeldLine,
  attempt: Attempt,
  kind: FollowUpKind,
  reason: string,
): Promise<void> {
  const excludedProviders = [...new Set([...held.line.excludedProviders, attempt.providerId])];
  const failed = await moveLine(deps, tx, held.line, { command: "refuse", changes: { excludedProviders } });
  const { orderId, lineId, id: attemptId } = attempt;
  if (await canRoute(deps, tx, failed, held.order)) {
    await moveLine(deps, tx, failed, { command: "retry" });
    tx.publish(lineRerouted, { orderId, lineId, attemptId, reason });
    return;
  }
  await raiseFollowUp(deps, tx, aboutOf(attempt), kind, reason);
  await holdForSupplier(deps, tx, held.order.id);
  tx.publish(lineStalled, { orderId, lineId, productId: failed.productId });
}

const aboutOf = (attempt: Attempt) => ({
  orderId: attempt.orderId,
  lineId: attempt.lineId,
  attemptId: attempt.id,
});
