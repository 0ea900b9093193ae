import type { Database, Tx } from "#infrastructure/database";
import type { ExternalRun } from "#infrastructure/jobs";
import { after } from "#kernel/clock";
import { isPassing, type MetricSnapshot, type ReadingFailure, type ReadingOutcome } from "#modules/social-accounts";
import { assessLine } from "./assess-line.ts";
import { type DueKey, isPlanned, takeDue } from "./due-repository.ts";
import { planReading } from "./plan-reading.ts";
import type { DueReading, ProofLine } from "./proof.ts";
import type { ProofDeps } from "./proof-deps.ts";
import { findProofLine, insertReading } from "./proof-repository.ts";
import { businessAt, nextInterval, nextReadingAt, retryDelayMs, usualInterval } from "./reading-schedule.ts";

/** How often a reading that none soon follows is tried before it is stored as missing. */
const triesMax = 6;

/**
 * Takes a reading of the plan, during or after the work. Every reading that was due leaves a row: the snapshot, or why
 * there is none. While the work runs, each reading plans the next.
 */
export async function takeSnapshot(
  deps: ProofDeps & { readonly database: Database },
  run: ExternalRun,
  request: DueKey,
): Promise<void> {
  const proof = await findProofLine(deps.database, request.lineId, { lock: false });
  if (proof === null || proof.accountId === null || !(await isPlanned(deps.database, request))) {
    // Nothing can be read: the plan forgets it.
    return run.complete(async (tx) => void (await takeDue(tx, request)));
  }
  const asked = performance.now();
  const outcome = await deps.socialAccounts.read(proof.accountId, request.phase === "during" ? "delivery" : "after");
  const latencyMs = Math.round(performance.now() - asked);
  await run.complete((tx) => keep(deps, tx, request, { outcome, latencyMs }));
}

interface Answer {
  readonly outcome: ReadingOutcome;
  readonly latencyMs: number;
}

async function keep(deps: ProofDeps, tx: Tx, request: DueKey, { outcome, latencyMs }: Answer): Promise<void> {
  const proof = await findProofLine(tx, request.lineId, { lock: true });
  if (proof === null || proof.accountId === null) return;
  const due = await takeDue(tx, request);
  if (due === null) return;
  const snapshot = await deps.socialAccounts.record(tx, proof.accountId, outcome);
  const failure = outcome.status === "failed" ? outcome.failure : null;
  if (failure !== null && (await tryAgain(deps, tx, proof, due, failure))) return;
  const { lineId, phase, dueAt, askedBy, reason } = due;
  await insertReading(tx, {
    ...{ lineId, phase, dueAt, askedBy, reason, latencyMs },
    snapshotId: snapshot?.id ?? null,
    missing: failure?.kind ?? null,
    tries: due.attempt + 1,
  });
  const changed = snapshot !== null && (await hasChanged(deps, tx, proof, snapshot));
  if (snapshot !== null) await assessLine(deps, tx, { ...proof, latestSnapshotId: snapshot.id });
  if (phase === "during") await planNext(deps, tx, proof, due, changed);
}

/**
 * A reading that no other soon follows is worth a few tries; during the work the next one comes soon anyway, except
 * where the platform itself says when it will answer again before that.
 */
async function tryAgain(
  deps: ProofDeps,
  tx: Tx,
  proof: ProofLine,
  due: DueReading,
  failure: ReadingFailure,
): Promise<boolean> {
  if (!isPassing(failure.kind) || due.attempt + 1 >= triesMax) return false;
  const attempt = due.attempt + 1;
  const soonest = deps.clock.wall().getTime() + retryDelayMs(attempt);
  const nextAt = businessAt(deps.clock, new Date(Math.max(soonest, failure.retryAt?.getTime() ?? 0)));
  if (due.phase === "during" && (failure.retryAt === null || nextAt > followerAt(deps, proof, due))) return false;
  await planReading(deps, tx, { ...due, attempt, nextAt });
  return true;
}

/** When the reading after this one would be due if this one is given up. */
function followerAt(deps: ProofDeps, proof: ProofLine, due: DueReading): Date {
  if (proof.startedAt === null || proof.dueAt === null) return due.dueAt;
  return after(deps.clock.now(), nextInterval(usualInterval(proof.startedAt, proof.dueAt), due.intervalMs, false));
}

async function hasChanged(deps: ProofDeps, tx: Tx, proof: ProofLine, snapshot: MetricSnapshot): Promise<boolean> {
  const lastId = proof.latestSnapshotId ?? proof.baselineSnapshotId;
  const [last] = lastId === null ? [] : await deps.socialAccounts.findSnapshots(tx, [lastId]);
  return last === undefined || last.followers !== snapshot.followers;
}

async function planNext(deps: ProofDeps, tx: Tx, proof: ProofLine, due: DueReading, changed: boolean): Promise<void> {
  if (proof.state !== "delivering" || proof.startedAt === null || proof.dueAt === null) return;
  const intervalMs = nextInterval(usualInterval(proof.startedAt, proof.dueAt), due.intervalMs, changed);
  const dueAt = nextReadingAt(deps.clock, intervalMs, proof.dueAt);
  if (dueAt === null) return;
  await planReading(deps, tx, { ...due, step: due.step + 1, dueAt, nextAt: dueAt, attempt: 0, intervalMs });
}
