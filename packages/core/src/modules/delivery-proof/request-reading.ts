import type { Tx } from "#infrastructure/database";
import { type Actor, actorId } from "#kernel/actor";
import { after, hours } from "#kernel/clock";
import { listDue } from "./due-repository.ts";
import { planReading } from "./plan-reading.ts";
import type { ProofLine } from "./proof.ts";
import type { ProofDeps } from "./proof-deps.ts";
import { proofNotFound, readingRefused, readingsUsedUp } from "./proof-errors.ts";
import { readingRequested } from "./proof-events.ts";
import { findProofLine, listReadings } from "./proof-repository.ts";
import { spaceOut } from "./reading-schedule.ts";

/** Readings staff may ask for per line in an hour, beside the schedule's. */
const askedMax = 3;

/**
 * Has a channel read beyond the schedule, e.g. after a gap was mended. The order's events tell who asked and why; the
 * platform's own limits hold for this reading as for any other. Throws `order.not-found`, `proof.reading-refused`,
 * `proof.readings-used-up`.
 */
export async function requestReading(
  deps: ProofDeps,
  tx: Tx,
  actor: Actor,
  { orderId, lineId, reason }: { readonly orderId: string; readonly lineId: string; readonly reason: string },
): Promise<void> {
  await deps.orders.get(tx, actor, orderId);
  const proof = await findProofLine(tx, lineId, { lock: true });
  if (proof === null || proof.orderId !== orderId) throw proofNotFound(orderId, lineId);
  await requireReadable(deps, tx, proof);
  const asked = [...(await listReadings(tx, [lineId])), ...(await listDue(tx, [lineId]))].filter(
    (reading) => reading.phase === "asked",
  );
  const now = deps.clock.now();
  const since = after(now, -spaceOut(deps.clock, hours(1)));
  if (asked.filter((reading) => reading.dueAt > since).length >= askedMax) throw readingsUsedUp(lineId, askedMax);
  const step = asked.length;
  const times = { dueAt: now, nextAt: now, attempt: 0, intervalMs: 0 };
  await planReading(deps, tx, { lineId, phase: "asked", step, ...times, askedBy: actorId(actor), reason });
  tx.publish(readingRequested, { orderId, lineId, reason });
}

async function requireReadable(deps: ProofDeps, tx: Tx, proof: ProofLine): Promise<void> {
  if (proof.state !== "delivering" && proof.state !== "completed") throw readingRefused(proof.lineId, proof.state);
  const account = proof.accountId === null ? null : await deps.socialAccounts.get(tx, proof.accountId);
  if (account === null || !deps.socialAccounts.isMeasurable(account.platform)) {
    throw readingRefused(proof.lineId, account === null ? "no_channel" : "no_source");
  }
}
