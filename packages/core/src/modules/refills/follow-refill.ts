import type { Tx } from "#infrastructure/database";
import { system } from "#kernel/actor";
import { after, hours, minutes } from "#kernel/clock";
import { holdRefill, moveRefill } from "./move-refill.ts";
import type { RefillDeps } from "./refill-deps.ts";
import { followRefillJob } from "./refill-jobs.ts";

/** A make-good may take as long as the delivery itself did, twice over. */
const patience = 2;

/**
 * Has the supplier asked how far a make-good is, at the pace of a delivery. What it answers reaches the line as any
 * report does. Past its time the refill has failed: a person decides, and what still comes counts for the line.
 */
export async function followRefill(
  deps: RefillDeps,
  tx: Tx,
  { refillId, round }: { readonly refillId: string; readonly round: number },
): Promise<void> {
  const held = await holdRefill(deps, tx, refillId);
  const { refill } = held;
  if (refill.state !== "submitted" || refill.submittedAt === null) return;
  const line = await deps.fulfillment.findLine(tx, refill.lineId);
  if (line === null) return;
  const now = deps.clock.now();
  if (now > after(refill.submittedAt, hours(line.deliversWithinHours * patience))) {
    const reason = "the supplier did not make it good in time";
    await deps.fulfillment.flag(tx, refill.lineId, "refill-failed", reason);
    await moveRefill(deps, tx, system("refills.follow-refill"), held, { command: "fail", reason });
    return;
  }
  await deps.fulfillment.askSupplier(tx, refill.lineId, `${refillId} ${round}`);
  const runAt = after(now, Math.max(minutes(15), hours(line.deliversWithinHours) / 24));
  tx.enqueue(followRefillJob, { refillId, round: round + 1 }, { key: `${refillId} ${round + 1}`, runAt });
}
