import { createHash } from "node:crypto";
import type { Scope, Tx } from "#infrastructure/database";
import { type Provider, providerNotFound } from "#modules/suppliers";
import { applyReport } from "./apply-report.ts";
import { findAttemptOf, findEvent, insertEvent, markEventApplied } from "./attempt-repository.ts";
import type { FulfillmentDeps } from "./deps.ts";
import { signatureInvalid } from "./fulfillment-errors.ts";
import { applyWebhookJob } from "./fulfillment-jobs.ts";

type Headers = Readonly<Record<string, string>>;

/**
 * Takes a supplier's webhook: verified over its raw bytes before anything is read, stored once by the supplier's event
 * id, applied by a job. The same event again changes nothing. Throws `provider.not-found`,
 * `webhook.signature-invalid`.
 */
export async function receiveWebhook(
  deps: FulfillmentDeps,
  scope: Scope,
  providerId: string,
  headers: Headers,
  rawBody: Uint8Array,
): Promise<void> {
  const provider = await deps.suppliers.open(scope, providerId);
  if (provider === null) throw providerNotFound(providerId);
  const lower = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  if (!provider.verifyWebhook(lower, rawBody, deps.clock.wall())) throw signatureInvalid();
  const reading = provider.readWebhook(lower, rawBody);
  const eventId = reading?.eventId ?? createHash("sha256").update(rawBody).digest("hex");
  // The database stores no NUL; a body with one is no JSON anyway.
  const body = new TextDecoder().decode(rawBody).replaceAll("\u0000", "");
  await scope.transaction(async (tx) => {
    const fresh = await insertEvent(tx, { providerId, eventId, receivedAt: deps.clock.wall(), body });
    if (fresh) tx.enqueue(applyWebhookJob, { providerId, eventId }, { key: `${providerId} ${eventId}` });
  });
}

/** Applies a stored webhook to the attempt it speaks of. */
export async function applyWebhook(
  deps: FulfillmentDeps,
  tx: Tx,
  { providerId, eventId }: { readonly providerId: string; readonly eventId: string },
): Promise<void> {
  const event = await findEvent(tx, providerId, eventId);
  const provider = await deps.suppliers.open(tx, providerId);
  if (event === null || provider === null || event.appliedAt !== null) return;
  const bytes = new TextEncoder().encode(event.body);
  const reading = provider.readWebhook({ "webhook-id": eventId }, bytes);
  const outcome = await outcomeOf(deps, tx, providerId, reading, eventId);
  await markEventApplied(tx, providerId, eventId, { appliedAt: deps.clock.wall(), outcome });
}

async function outcomeOf(
  deps: FulfillmentDeps,
  tx: Tx,
  providerId: string,
  reading: ReturnType<Provider["readWebhook"]>,
  eventId: string,
): Promise<string> {
  const report = reading?.report ?? null;
  if (reading === null || report === null) return "unreadable";
  const attempt = await findAttemptOf(tx, providerId, report);
  if (attempt === null) return "unknown-order";
  return applyReport(deps, tx, attempt.id, { source: "webhook", at: reading.at, report, id: eventId });
}
