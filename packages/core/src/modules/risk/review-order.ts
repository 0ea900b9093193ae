import type { Database, Tx } from "#infrastructure/database";
import { type Actor, recordActor } from "#kernel/actor";
import type { Clock } from "#kernel/clock";
import type { Orders } from "#modules/orders";
import type { Payments } from "#modules/payments";
import type { Assessment } from "./assessment.ts";
import { assessmentNotFound, reviewRefused, riskVersionConflict } from "./risk-errors.ts";
import { authorizeRisk } from "./risk-policy.ts";
import { findAssessment, insertAudit, updateReview } from "./risk-repository.ts";

export interface ReviewDeps {
  readonly clock: Clock;
  readonly database: Database;
  readonly orders: Orders;
  readonly payments: Payments;
}

/**
 * `approve`: work begins. `reject`: canceled, all money goes back. `reopen`: an approval is taken back, the order is
 * held and waits again; a rejection can't be, for the money is on its way, but the buyer may be let through next time.
 */
export type ReviewVerdict = "approve" | "reject" | "reopen";

export interface ReviewInput {
  readonly assessmentId: string;
  readonly verdict: ReviewVerdict;
  readonly reason: string;
  readonly version: number;
}

/**
 * A person's word on a held order. Throws `risk.not-found`, `risk.version-conflict`, `risk.review-refused`,
 * `order.transition-refused`.
 */
export async function reviewOrder(deps: ReviewDeps, actor: Actor, input: ReviewInput): Promise<Assessment> {
  authorizeRisk(actor, "decide");
  if (input.verdict === "reject") return rejectOrder(deps, actor, input);
  return deps.database.transaction(async (tx) => {
    const { assessment, orderId } = await lockReview(tx, input);
    if (input.verdict === "approve") await approveOrder(deps, tx, actor, orderId, input.reason);
    else
      await deps.orders.transition(tx, actor, orderId, {
        command: "hold",
        reason: `Risk review: ${input.reason}`,
      });
    return settle(deps, tx, actor, assessment, input);
  });
}

const expected = { approve: "open", reject: "open", reopen: "approved" } as const;
const reached = { approve: "approved", reject: "rejected", reopen: "open" } as const;

async function lockReview(tx: Tx, input: ReviewInput): Promise<{ assessment: Assessment; orderId: string }> {
  const assessment = await findAssessment(tx, input.assessmentId, { lock: true });
  if (assessment?.orderId === undefined || assessment.orderId === null) throw assessmentNotFound(input.assessmentId);
  if (assessment.version !== input.version) throw riskVersionConflict();
  if (assessment.review !== expected[input.verdict]) throw reviewRefused(`the review is ${assessment.review}`);
  return { assessment, orderId: assessment.orderId };
}

/** Lifts the review, and a hold a reopened review left; a hold of another reason stays. */
async function approveOrder(deps: ReviewDeps, tx: Tx, actor: Actor, orderId: string, reason: string): Promise<void> {
  const order = await deps.orders.findForUpdate(tx, orderId);
  if (order === null) throw assessmentNotFound(orderId);
  if (order.state === "awaiting_payment") throw reviewRefused("the order is not paid yet");
  const holdReason = order.holdReason?.startsWith("Risk review: ") === false ? order.holdReason : null;
  await deps.orders.transition(tx, actor, orderId, { command: "resume", reason, changes: { holdReason } });
}

/** The order first: should we die before the review is settled, its cancel settles it. */
async function rejectOrder(deps: ReviewDeps, actor: Actor, input: ReviewInput): Promise<Assessment> {
  const { orderId } = await deps.database.transaction((tx) => lockReview(tx, input));
  await deps.payments.cancelOrder(actor, orderId, input.reason);
  return deps.database.transaction(async (tx) => {
    const assessment = await findAssessment(tx, input.assessmentId, { lock: true });
    if (assessment === null) throw assessmentNotFound(input.assessmentId);
    return settle(deps, tx, actor, assessment, input);
  });
}

async function settle(
  deps: ReviewDeps,
  tx: Tx,
  actor: Actor,
  assessment: Assessment,
  { verdict, reason }: ReviewInput,
): Promise<Assessment> {
  await insertAudit(tx, {
    at: deps.clock.wall(),
    actor: recordActor(actor),
    action: verdict,
    subjectId: assessment.id,
    reason,
    metadata: { orderId: assessment.orderId, posterior: assessment.posterior },
  });
  return updateReview(tx, assessment, reached[verdict]);
}
