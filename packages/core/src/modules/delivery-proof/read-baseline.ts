import type { Database, Tx } from "#infrastructure/database";
import type { ExternalRun } from "#infrastructure/jobs";
import type { Clock } from "#kernel/clock";
import { isPassing, type MetricSnapshot, type ReadingFailure, type ReadingOutcome } from "#modules/social-accounts";
import { nextBaselineAt } from "./baseline-strength.ts";
import { holdProofLine } from "./hold-proof-line.ts";
import type { ProofLine } from "./proof.ts";
import type { ProofDeps } from "./proof-deps.ts";
import { readBaselineJob } from "./proof-jobs.ts";
import { findProofLine, insertReading, listReadings } from "./proof-repository.ts";
import { retryDelayMs } from "./reading-schedule.ts";
import { isSettled, readBefore, settleBaseline } from "./settle-baseline.ts";

type Request = { readonly lineId: string; readonly attempt: number };

/**
 * Reads a channel before its line starts, stores the reading and lets the line go in one transaction. What passes by
 * itself is tried again until the line's deadline; what does not lets the line go at once. A baseline that is weak is
 * read again where the deadline leaves the time.
 */
export async function readBaseline(
  deps: ProofDeps & { readonly database: Database },
  run: ExternalRun,
  request: Request,
): Promise<void> {
  const proof = await findProofLine(deps.database, request.lineId, { lock: false });
  if (proof === null || isSettled(proof) || proof.accountId === null) return;
  const asked = performance.now();
  const outcome = await deps.socialAccounts.read(proof.accountId, "baseline");
  const latencyMs = Math.round(performance.now() - asked);
  await run.complete((tx) => keep(deps, tx, request, { outcome, latencyMs }));
}

interface Answer {
  readonly outcome: ReadingOutcome;
  readonly latencyMs: number;
}

async function keep(deps: ProofDeps, tx: Tx, request: Request, { outcome, latencyMs }: Answer): Promise<void> {
  const { proof } = await holdProofLine(deps, tx, request.lineId);
  if (proof.accountId === null) return;
  const snapshot = await deps.socialAccounts.record(tx, proof.accountId, outcome);
  if (isSettled(proof)) return;
  if (outcome.status === "failed") return afterFailure(deps, tx, proof, request, outcome.failure, latencyMs);
  if (snapshot === null) return;
  const again = nextBaselineAt(deps.clock, await readBefore(deps, tx, snapshot), proof.deadlineAt);
  if (again !== null) {
    // One moment may be an accident: where the deadline leaves the time, the start waits for a second and a third.
    await keepReading(tx, proof, { phase: "baseline", snapshot, latencyMs });
    tx.enqueue(
      readBaselineJob,
      { lineId: proof.lineId, attempt: 0 },
      { key: `${proof.lineId} at ${again.getTime()}`, runAt: again },
    );
    return;
  }
  const settled = await settleBaseline(deps, tx, proof, { snapshotId: snapshot.id });
  // The deadline may have let the line go while we were reading: then this reading came too late to be the baseline.
  const phase = settled.baselineSnapshotId === snapshot.id ? "baseline" : "during";
  await keepReading(tx, proof, { phase, snapshot, latencyMs });
}

async function afterFailure(
  deps: ProofDeps,
  tx: Tx,
  proof: ProofLine,
  request: Request,
  failure: ReadingFailure,
  latencyMs: number,
): Promise<void> {
  const at = retryAtWall(deps.clock, proof, request.attempt, failure);
  if (at !== null) {
    const attempt = request.attempt + 1;
    const key = `${proof.lineId} ${attempt} ${at.getTime()}`;
    tx.enqueue(readBaselineJob, { lineId: proof.lineId, attempt }, { key, runAtWall: at });
    return;
  }
  await insertReading(tx, {
    ...{ lineId: proof.lineId, phase: "baseline", dueAt: deps.clock.now(), snapshotId: null, missing: failure.kind },
    ...{ latencyMs, tries: request.attempt + 1, askedBy: null, reason: null },
  });
  // An earlier reading of the same wait is a baseline too, only a weaker one.
  const readings = await listReadings(tx, [proof.lineId]);
  const taken = readings.findLast((reading) => reading.phase === "baseline" && reading.snapshotId !== null);
  const snapshotId = taken?.snapshotId ?? null;
  await settleBaseline(deps, tx, proof, snapshotId === null ? { missing: failure.kind } : { snapshotId });
}

interface Taken {
  readonly phase: "baseline" | "during";
  readonly snapshot: MetricSnapshot;
  readonly latencyMs: number;
}

const keepReading = (tx: Tx, proof: ProofLine, { phase, snapshot, latencyMs }: Taken): Promise<void> =>
  insertReading(tx, {
    ...{ lineId: proof.lineId, phase, dueAt: snapshot.takenAt, snapshotId: snapshot.id, missing: null, latencyMs },
    ...{ tries: 1, askedBy: null, reason: null },
  });

/** When to try again on the wall; null when that would be after the deadline, or would change nothing. */
function retryAtWall(clock: Clock, proof: ProofLine, attempt: number, failure: ReadingFailure): Date | null {
  if (!isPassing(failure.kind)) return null;
  const soonest = clock.wall().getTime() + retryDelayMs(attempt);
  const at = new Date(Math.max(soonest, failure.retryAt?.getTime() ?? 0));
  return at < clock.wallAt(proof.deadlineAt) ? at : null;
}
