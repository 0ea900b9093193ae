import type { Tx } from "#infrastructure/database";
import type { ExternalRun } from "#infrastructure/jobs";
import { system } from "#kernel/actor";
import { after } from "#kernel/clock";
import { holdRefill, moveRefill } from "./move-refill.ts";
import type { Refill } from "./refill.ts";
import type { RefillDeps } from "./refill-deps.ts";
import { followRefillJob, submitRefillJob } from "./refill-jobs.ts";
import { updateRefill } from "./refill-repository.ts";

const actor = system("refills.submit-refill");
/** Rounds without a clear answer before a person is told; the asking goes on. */
const unclearRounds = 6;
/** Rounds after which nobody is asked any more. */
const roundsMax = 40;

type Outcome = Awaited<ReturnType<RefillDeps["fulfillment"]["askMakeGood"]>>;

/**
 * Asks the supplier for an approved refill: the try is written down, the call runs with no transaction open, the answer
 * is recorded. The refill's id is the key. An answer that got lost is looked up before it is asked for again, so that
 * nothing is made good twice.
 */
export async function submitRefill(
  deps: RefillDeps,
  run: ExternalRun,
  { refillId, round }: { readonly refillId: string; readonly round: number },
): Promise<void> {
  const before = await run.transaction((tx) => noteTry(deps, tx, refillId));
  if (before === null) return;
  const { lineId, units, submits } = before;
  const request = { lineId, units, reference: refillId, askedBefore: submits > 0 };
  const outcome = await deps.fulfillment.askMakeGood(deps.database, request);
  await run.complete((tx) => settle(deps, tx, refillId, round, outcome));
}

/** The refill as it was before this try; null when there is nothing to ask for any more. */
async function noteTry(deps: RefillDeps, tx: Tx, refillId: string): Promise<Refill | null> {
  const { refill } = await holdRefill(deps, tx, refillId);
  if (refill.state !== "approved") return null;
  await updateRefill(tx, refillId, { submits: refill.submits + 1, lastAskedAt: deps.clock.wall() });
  return refill;
}

async function settle(deps: RefillDeps, tx: Tx, refillId: string, round: number, outcome: Outcome): Promise<void> {
  const held = await holdRefill(deps, tx, refillId);
  if (held.refill.state !== "approved") return;
  const { lineId } = held.refill;
  if (outcome.kind === "accepted") {
    await moveRefill(deps, tx, actor, held, { command: "submit" });
    await deps.fulfillment.recordMakeGood(tx, lineId, { report: outcome.report, reference: refillId });
    tx.enqueue(followRefillJob, { refillId, round: 1 }, { key: `${refillId} 1` });
    return;
  }
  await updateRefill(tx, refillId, { lastError: outcome.reason });
  if (outcome.kind === "refused" || round >= roundsMax) {
    await deps.fulfillment.flag(tx, lineId, "refill-failed", outcome.reason);
    await moveRefill(deps, tx, actor, held, { command: "fail", reason: outcome.reason });
    return;
  }
  if (round === unclearRounds) await deps.fulfillment.flag(tx, lineId, "refill-unclear", outcome.reason);
  const wait = Math.max(outcome.retryAfterMs ?? 0, backoff(round));
  const payload = { refillId, round: round + 1 };
  tx.enqueue(submitRefillJob, payload, {
    key: `${refillId} ${round + 1}`,
    runAtWall: after(deps.clock.wall(), wait),
  });
}

const backoff = (round: number): number => Math.min(600_000, 5_000 * 2 ** round);
