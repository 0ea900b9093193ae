import type { Tx } from "#infrastructure/database";
import { after } from "#kernel/clock";
import { assessLine } from "./assess-line.ts";
import { dropDue } from "./due-repository.ts";
import { holdProofLine } from "./hold-proof-line.ts";
import { planReading } from "./plan-reading.ts";
import type { DueReading, ProofLine } from "./proof.ts";
import type { ProofDeps } from "./proof-deps.ts";
import { afterOffsets, nextReadingAt, usualInterval } from "./reading-schedule.ts";
import { adoptBaseline } from "./settle-baseline.ts";

/** A supplier took the line: from now on the channel is read at intervals. */
export async function startDelivery(
  deps: ProofDeps,
  tx: Tx,
  event: { readonly lineId: string; readonly startedAt: Date; readonly dueAt: Date },
): Promise<void> {
  const held = await holdProofLine(deps, tx, event.lineId);
  const proof = await adoptBaseline(deps, tx, held.proof);
  // A line that is done already is accepted again for a make-good: its proof stands.
  if (proof.state !== "awaiting" && proof.state !== "ready") return;
  const { startedAt, dueAt } = event;
  await assessLine(deps, tx, { ...proof, state: "delivering", startedAt, dueAt });
  const intervalMs = usualInterval(startedAt, dueAt);
  const at = nextReadingAt(deps.clock, intervalMs, dueAt);
  if (at === null || !(await canBeRead(deps, tx, proof))) return;
  await planReading(deps, tx, planned(proof.lineId, "during", 1, at, intervalMs));
}

export interface Completion {
  readonly lineId: string;
  readonly deliveredUnits: number;
  readonly onTime: boolean;
  readonly completedAt: Date;
}

/**
 * The supplier is done, in full or short, or evidence changed later. The line is counted in its product's numbers in
 * the same transaction; the first time the channel is read at once, and after a day, a week, thirty days and the guarantee.
 */
export async function completeLine(deps: ProofDeps, tx: Tx, event: Completion): Promise<void> {
  const held = await holdProofLine(deps, tx, event.lineId);
  const proof = await adoptBaseline(deps, tx, held.proof);
  const { deliveredUnits } = event;
  // When and how punctually the line was first done does not change with a recount.
  const completedAt = proof.completedAt ?? event.completedAt;
  const onTime = proof.onTime ?? event.onTime;
  await assessLine(deps, tx, { ...proof, state: "completed", deliveredUnits, completedAt, onTime });
  if (proof.completedAt !== null) return;
  await dropDue(tx, proof.lineId, "during");
  if (!(await canBeRead(deps, tx, proof))) return;
  const line = await deps.fulfillment.findLine(tx, proof.lineId);
  for (const [step, offset] of afterOffsets(line?.guaranteeDays ?? 0).entries()) {
    await planReading(deps, tx, planned(proof.lineId, "after", step, after(completedAt, offset), offset));
  }
}

function planned(lineId: string, phase: "during" | "after", step: number, dueAt: Date, intervalMs: number): DueReading {
  return { lineId, phase, step, dueAt, nextAt: dueAt, attempt: 0, intervalMs, askedBy: null, reason: null };
}

/** The line ended without a delivery: its channel is not read any more. */
export async function dropLine(deps: ProofDeps, tx: Tx, lineId: string): Promise<void> {
  const { proof } = await holdProofLine(deps, tx, lineId);
  if (proof.state === "completed" || proof.state === "canceled") return;
  await dropDue(tx, lineId, null);
  await assessLine(deps, tx, { ...proof, state: "canceled" });
}

async function canBeRead(deps: ProofDeps, tx: Tx, proof: ProofLine): Promise<boolean> {
  const account = proof.accountId === null ? null : await deps.socialAccounts.get(tx, proof.accountId);
  return account !== null && deps.socialAccounts.isMeasurable(account.platform);
}
