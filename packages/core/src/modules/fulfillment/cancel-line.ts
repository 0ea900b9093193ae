import type { Tx } from "#infrastructure/database";
import type { ExternalRun } from "#infrastructure/jobs";
import { type Actor, actorId } from "#kernel/actor";
import type { CancelOutcome, Provider } from "#modules/suppliers";
import { enqueueCancel } from "./accept-attempt.ts";
import type { Attempt } from "./attempt.ts";
import { findAttempt, updateAttempt } from "./attempt-repository.ts";
import type { FulfillmentDeps } from "./deps.ts";
import { lineNotFound, lineRefused } from "./fulfillment-errors.ts";
import { lineCommanded } from "./fulfillment-events.ts";
import { listLinesOfOrder } from "./line-repository.ts";
import { next } from "./line-states.ts";
import { holdLine, moveLine } from "./move-line.ts";
import { raiseFollowUp } from "./raise-follow-up.ts";

const nothingKnown = { meetsThreshold: false, supplierConfirmedCancel: false };

/**
 * Stops a line: at once when no supplier has it, else by asking the supplier, whose word ends it. Throws
 * `order.not-found`, and `fulfillment.line-refused` for a line that is done or in the middle of a submit.
 */
export async function requestCancel(
  deps: FulfillmentDeps,
  tx: Tx,
  actor: Actor,
  lineId: string,
  reason: string | null = null,
): Promise<void> {
  const held = await holdLine(deps, tx, lineId);
  if (held === null) throw lineNotFound(lineId);
  const { line, attempt } = held;
  if (line.state === "canceled") return;
  const { orderId } = line;
  tx.publish(lineCommanded, { orderId, lineId, command: "cancel", reason, at: null, by: actorId(actor) });
  if (next(line.state, "cancel", nothingKnown).ok) {
    await moveLine(deps, tx, line, { command: "cancel" });
    return;
  }
  if (attempt === null || attempt.externalId === null || (line.state !== "accepted" && line.state !== "delivering")) {
    throw lineRefused("cancel", line.state, "no supplier can be asked to stop it now");
  }
  if (attempt.cancelRequestedAt !== null) return;
  await updateAttempt(tx, attempt.id, { cancelRequestedAt: deps.clock.now() });
  enqueueCancel(tx, attempt.id, attempt.externalId);
}

/** An order ended before its delivery: every line that no supplier has ends with it. */
export async function cancelLines(deps: FulfillmentDeps, tx: Tx, orderId: string): Promise<void> {
  for (const { id } of await listLinesOfOrder(tx, orderId)) {
    const held = await holdLine(deps, tx, id);
    if (held === null || !next(held.line.state, "cancel", nothingKnown).ok) continue;
    await moveLine(deps, tx, held.line, { command: "cancel" });
  }
}

/** Asks the supplier to stop one of its orders; a person is told when it does not. */
export async function cancelSupplierOrder(
  deps: FulfillmentDeps,
  run: ExternalRun,
  { attemptId, externalId }: { readonly attemptId: string; readonly externalId: string },
): Promise<void> {
  const target = await run.transaction((tx) => targetOf(deps, tx, attemptId));
  if (target === null) return;
  const outcome = await target.provider.cancel(externalId);
  if (outcome.kind === "unknown" && !run.isLast)
    throw new Error(`The cancel of ${externalId} failed: ${outcome.reason}`);
  await run.complete((tx) => settleCancel(deps, tx, target.attempt, externalId, outcome));
}

async function targetOf(
  deps: FulfillmentDeps,
  tx: Tx,
  attemptId: string,
): Promise<{ attempt: Attempt; provider: Provider } | null> {
  const attempt = await findAttempt(tx, attemptId);
  const provider = attempt === null ? null : await deps.suppliers.open(tx, attempt.providerId);
  return attempt === null || provider === null ? null : { attempt, provider };
}

async function settleCancel(
  deps: FulfillmentDeps,
  tx: Tx,
  attempt: Attempt,
  externalId: string,
  outcome: CancelOutcome,
): Promise<void> {
  const held = await holdLine(deps, tx, attempt.lineId);
  if (held === null) return;
  if (outcome.kind !== "canceled") {
    const about = { orderId: attempt.orderId, lineId: attempt.lineId, attemptId: attempt.id };
    await raiseFollowUp(deps, tx, about, "cancel-refused", `${externalId}: ${outcome.reason}`);
    return;
  }
  const live = held.attempt;
  if (live?.id !== attempt.id || live.externalId !== externalId) return;
  if (!next(held.line.state, "cancel", { ...nothingKnown, supplierConfirmedCancel: true }).ok) return;
  await updateAttempt(tx, live.id, { state: "canceled", supplierStatus: "canceled", closedAt: deps.clock.wall() });
  await moveLine(deps, tx, held.line, { command: "cancel", supplierConfirmedCancel: true });
}
