import type { Scope, Tx } from "#infrastructure/database";
import { applyDispute } from "./apply-dispute.ts";
import { applyIntent } from "./apply-intent.ts";
import { applyRefund } from "./apply-refund.ts";
import { applyProcessorEventJob } from "./payment-jobs.ts";
import { findEvent, insertEvent, isSettled } from "./payment-repository.ts";
import type { PaymentDeps } from "./payments.ts";
import type { ProcessorMessage } from "./processors/processor.ts";

/**
 * Takes a message of the processor: checks its signature over the exact bytes, keeps it once, and leaves the rest to a
 * job, if it is news: most tell of what the answer to our own call said before. A message that is there already changes
 * nothing. Throws `webhook.signature-invalid`, and nothing is kept.
 */
export async function receiveWebhook(deps: PaymentDeps, rawBody: Uint8Array, signature: string | null): Promise<void> {
  const message = deps.processor.verify(rawBody, signature);
  const receivedAt = deps.clock.wall();
  if (!(await isNews(deps.database, message))) {
    await insertEvent(deps.database, message, receivedAt);
    return;
  }
  await deps.database.transaction(async (tx) => {
    const isNew = await insertEvent(tx, message, receivedAt);
    if (isNew) tx.enqueue(applyProcessorEventJob, { eventId: message.eventId }, { key: message.eventId });
  });
}

async function isNews(scope: Scope, message: ProcessorMessage): Promise<boolean> {
  if (message.kind !== "intent") return message.kind !== "other";
  const { paymentId } = message.intent;
  return paymentId !== null && !(await isSettled(scope, paymentId));
}

/** Applies a kept message, in whatever order messages come. */
export async function applyProcessorEvent(deps: PaymentDeps, tx: Tx, eventId: string): Promise<void> {
  const message = await findEvent(tx, eventId);
  if (message === null) return;
  if (message.kind === "intent") await applyIntent(deps, tx, message.intent);
  if (message.kind === "refund") await applyRefund(deps, tx, message.refund);
  if (message.kind === "dispute") await applyDispute(deps, tx, message);
}
