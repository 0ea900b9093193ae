import type { Tx } from "#infrastructure/database";
import type { Actor } from "#kernel/actor";
import { evaluateEligibility } from "./evaluate-eligibility.ts";
import { factsOfLine } from "./list-standing.ts";
import { holdRefill, moveRefill } from "./move-refill.ts";
import type { Refill } from "./refill.ts";
import type { RefillDeps } from "./refill-deps.ts";
import { refillNotEligible } from "./refill-errors.ts";
import { submitRefillJob } from "./refill-jobs.ts";

/**
 * Agrees to a refill and has the supplier asked. What was asked for inside the window stays good after it; a line that
 * is complete again, or was refunded meanwhile, has no claim. Throws `refill.not-found`, `refill.not-eligible`,
 * `refill.transition-refused`, and `order.transition-refused` while the order is held or disputed.
 */
export async function approveRefill(deps: RefillDeps, tx: Tx, actor: Actor, refillId: string): Promise<Refill> {
  const held = await holdRefill(deps, tx, refillId);
  const line = held.order.lines.find((candidate) => candidate.id === held.refill.lineId);
  if (line !== undefined && held.refill.state === "requested") {
    const verdict = evaluateEligibility(factsOfLine(held.order, line, false), held.refill.requestedAt);
    if (!verdict.eligible) throw refillNotEligible(line.id, verdict.why);
  }
  const refill = await moveRefill(deps, tx, actor, held, { command: "approve" });
  tx.enqueue(submitRefillJob, { refillId, round: 1 }, { key: `${refillId} 1` });
  return refill;
}

/** Says no, with the reason the buyer is told. Throws `refill.not-found`, `refill.transition-refused`. */
export async function declineRefill(
  deps: RefillDeps,
  tx: Tx,
  actor: Actor,
  refillId: string,
  reason: string,
): Promise<Refill> {
  return moveRefill(deps, tx, actor, await holdRefill(deps, tx, refillId), { command: "decline", reason });
}
