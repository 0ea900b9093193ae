import type { Database, Tx } from "#infrastructure/database";
import type { ExternalRun } from "#infrastructure/jobs";
import { isPassing, type MetricSnapshot, type ReadingOutcome } from "#modules/social-accounts";
import { assessLine } from "./assess-line.ts";
import type { ProofLine } from "./proof.ts";
import type { ProofDeps } from "./proof-deps.ts";
import { type TakeSnapshot, takeSnapshotJob } from "./proof-jobs.ts";
import { findProofLine, insertReading } from "./proof-repository.ts";
import { nextInterval, nextReadingAt, retryDelayMs, usualInterval } from "./reading-schedule.ts";

/** How often a reading after completion is tried before it is stored as missing. */
const triesAfter = 6;

const isDue = (proof: ProofLine, request: TakeSnapshot): boolean =>
  request.phase === "during" ? proof.state === "delivering" : proof.state === "completed";

/**
 * Reads a channel during or after the work. Every reading that was due leaves a row: the snapshot, or why there is
 * none. While the work runs, each reading makes the next.
 */
export async function takeSnapshot(
  deps: ProofDeps & { readonly database: Database },
  run: ExternalRun,
  request: TakeSnapshot,
): Promise<void> {
  const proof = await findProofLine(deps.database, request.lineId, { lock: false });
  if (proof === null || proof.accountId === null || !isDue(proof, request)) return;
  const purpose = request.phase === "during" ? "delivery" : "after";
  const outcome = await deps.socialAccounts.read(proof.accountId, purpose);
  await run.complete((tx) => keep(deps, tx, request, outcome));
}

async function keep(deps: ProofDeps, tx: Tx, request: TakeSnapshot, outcome: ReadingOutcome): Promise<void> {
  const proof = await findProofLine(tx, request.lineId, { lock: true });
  if (proof === null || proof.accountId === null) return;
  const snapshot = await deps.socialAccounts.record(tx, proof.accountId, outcome);
  if (outcome.status === "failed" && tryAgain(deps, tx, request, outcome)) return;
  const { lineId, phase, dueAt } = request;
  await insertReading(tx, {
    lineId,
    phase,
    dueAt,
    snapshotId: snapshot?.id ?? null,
    missing: outcome.status === "failed" ? outcome.failure.kind : null,
  });
  const changed = snapshot !== null && (await hasChanged(deps, tx, proof, snapshot));
  if (snapshot !== null) await assessLine(deps, tx, { ...proof, latestSnapshotId: snapshot.id });
  if (phase === "during" && proof.state === "delivering") scheduleNext(deps, tx, proof, request, changed);
}

/** A reading after completion is worth a few tries; during the work the next one comes soon anyway. */
function tryAgain(
  deps: ProofDeps,
  tx: Tx,
  request: TakeSnapshot,
  { failure }: Extract<ReadingOutcome, { status: "failed" }>,
): boolean {
  if (request.phase === "during" || !isPassing(failure.kind) || request.attempt + 1 >= triesAfter) return false;
  const attempt = request.attempt + 1;
  const soonest = deps.clock.wall().getTime() + retryDelayMs(attempt);
  tx.enqueue(
    takeSnapshotJob,
    { ...request, attempt },
    {
      key: `${request.lineId} after ${request.step} try ${attempt}`,
      runAtWall: new Date(Math.max(soonest, failure.retryAt?.getTime() ?? 0)),
    },
  );
  return true;
}

async function hasChanged(deps: ProofDeps, tx: Tx, proof: ProofLine, snapshot: MetricSnapshot): Promise<boolean> {
  const lastId = proof.latestSnapshotId ?? proof.baselineSnapshotId;
  const [last] = lastId === null ? [] : await deps.socialAccounts.findSnapshots(tx, [lastId]);
  return last === undefined || last.followers !== snapshot.followers;
}

function scheduleNext(deps: ProofDeps, tx: Tx, proof: ProofLine, request: TakeSnapshot, changed: boolean): void {
  if (proof.startedAt === null || proof.dueAt === null) return;
  const intervalMs = nextInterval(usualInterval(proof.startedAt, proof.dueAt), request.intervalMs, changed);
  const dueAt = nextReadingAt(deps.clock, intervalMs, proof.dueAt);
  if (dueAt === null) return;
  const step = request.step + 1;
  tx.enqueue(
    takeSnapshotJob,
    { ...request, step, dueAt, intervalMs },
    { key: `${request.lineId} during ${step}`, runAt: dueAt },
  );
}
