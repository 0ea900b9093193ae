import type { Database, Tx } from "#infrastructure/database";
import type { ExternalRun } from "#infrastructure/jobs";
import type { Clock } from "#kernel/clock";
import { isPassing, type ReadingFailure, type ReadingOutcome } from "#modules/social-accounts";
import { holdProofLine } from "./hold-proof-line.ts";
import type { ProofLine } from "./proof.ts";
import type { ProofDeps } from "./proof-deps.ts";
import { readBaselineJob } from "./proof-jobs.ts";
import { findProofLine, insertReading } from "./proof-repository.ts";
import { retryDelayMs } from "./reading-schedule.ts";
import { isSettled, settleBaseline } from "./settle-baseline.ts";

type Request = { readonly lineId: string; readonly attempt: number };

/**
 * Reads a channel before its line starts, stores the reading and lets the line go in one transaction. What passes by
 * itself is tried again until the line's deadline; what does not lets the line go at once.
 */
export async function readBaseline(
  deps: ProofDeps & { readonly database: Database },
  run: ExternalRun,
  request: Request,
): Promise<void> {
  const proof = await findProofLine(deps.database, request.lineId, { lock: false });
  if (proof === null || isSettled(proof) || proof.accountId === null) return;
  const outcome = await deps.socialAccounts.read(proof.accountId, "baseline");
  await run.complete((tx) => keep(deps, tx, request, outcome));
}

async function keep(deps: ProofDeps, tx: Tx, request: Request, outcome: ReadingOutcome): Promise<void> {
  const { proof } = await holdProofLine(deps, tx, request.lineId);
  if (proof.accountId === null) return;
  const snapshot = await deps.socialAccounts.record(tx, proof.accountId, outcome);
  if (isSettled(proof)) return;
  if (outcome.status === "failed") {
    const again = retryAtWall(deps.clock, proof, request.attempt, outcome.failure);
    if (again === null) await giveUp(deps, tx, proof, outcome.failure);
    else {
      const attempt = request.attempt + 1;
      tx.enqueue(
        readBaselineJob,
        { lineId: proof.lineId, attempt },
        { key: `${proof.lineId} ${attempt}`, runAtWall: again },
      );
    }
    return;
  }
  if (snapshot === null) return;
  const settled = await settleBaseline(deps, tx, proof, { snapshotId: snapshot.id });
  // The deadline may have let the line go while we were reading: then this reading came too late to be the baseline.
  const phase = settled.baselineSnapshotId === snapshot.id ? "baseline" : "during";
  await insertReading(tx, {
    lineId: proof.lineId,
    phase,
    dueAt: snapshot.takenAt,
    snapshotId: snapshot.id,
    missing: null,
  });
}

async function giveUp(deps: ProofDeps, tx: Tx, proof: ProofLine, failure: ReadingFailure): Promise<void> {
  await settleBaseline(deps, tx, proof, { missing: failure.kind });
  await insertReading(tx, {
    lineId: proof.lineId,
    phase: "baseline",
    dueAt: deps.clock.now(),
    snapshotId: null,
    missing: failure.kind,
  });
}

/** When to try again on the wall; null when that would be after the deadline, or would change nothing. */
function retryAtWall(clock: Clock, proof: ProofLine, attempt: number, failure: ReadingFailure): Date | null {
  if (!isPassing(failure.kind)) return null;
  const soonest = clock.wall().getTime() + retryDelayMs(attempt);
  const at = new Date(Math.max(soonest, failure.retryAt?.getTime() ?? 0));
  return at < clock.wallAt(proof.deadlineAt) ? at : null;
}
