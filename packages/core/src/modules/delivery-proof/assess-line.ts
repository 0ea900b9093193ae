import type { Scope, Tx } from "#infrastructure/database";
import { after, days } from "#kernel/clock";
import type { MetricSnapshot } from "#modules/social-accounts";
import { countLine } from "./evaluate-metrics.ts";
import { evaluateProof } from "./evaluate-proof.ts";
import { replaceCounted } from "./metrics-repository.ts";
import type { ProofLine } from "./proof.ts";
import type { ProofDeps } from "./proof-deps.ts";
import { lineAssessed } from "./proof-events.ts";
import { updateProofLine } from "./proof-repository.ts";

const historyDays = 60;

/**
 * Says anew what may be said about a line whose facts changed, and writes the line, its product's numbers and the event
 * together.
 */
export async function assessLine(deps: ProofDeps, tx: Tx, line: ProofLine): Promise<ProofLine> {
  const { baseline, latest, history } = await readingsOf(deps, tx, line);
  const assessment = evaluateProof({
    ...line,
    measurable: await isMeasurable(deps, tx, line.accountId),
    baselineMissing: line.baselineMissing !== null,
    baseline,
    latest,
    history,
  });
  const now = deps.clock.now();
  const attested = baseline?.method === "manual" || latest?.method === "manual";
  const assessed: ProofLine = { ...line, assessment, attested, updatedAt: now };
  const counted = countLine(assessed, { baselineFollowers: baseline?.followers ?? null, attested });
  const written = { ...assessed, counted };
  await updateProofLine(tx, written);
  if (counted !== null) await replaceCounted(tx, line.productId, line.counted, counted, now);
  if (assessment.label !== line.assessment.label) {
    tx.publish(lineAssessed, { orderId: line.orderId, lineId: line.lineId, label: assessment.label });
  }
  return written;
}

interface Readings {
  readonly baseline: MetricSnapshot | null;
  readonly latest: MetricSnapshot | null;
  readonly history: readonly MetricSnapshot[];
}

/** What a line's assessment rests on; history only where there is a change to explain. */
export async function readingsOf(
  deps: Pick<ProofDeps, "socialAccounts">,
  tx: Scope,
  line: ProofLine,
): Promise<Readings> {
  const ids = [line.baselineSnapshotId, line.latestSnapshotId].filter((id) => id !== null);
  const found = await deps.socialAccounts.findSnapshots(tx, ids);
  const byId = (id: string | null) => found.find((snapshot) => snapshot.id === id) ?? null;
  const baseline = byId(line.baselineSnapshotId);
  const latest = byId(line.latestSnapshotId);
  if (baseline === null || latest === null) return { baseline, latest, history: [] };
  const history = await deps.socialAccounts.listSnapshots(tx, baseline.accountId, {
    from: after(baseline.takenAt, -days(historyDays)),
    to: after(baseline.takenAt, -1),
  });
  return { baseline, latest, history };
}

async function isMeasurable(deps: ProofDeps, tx: Tx, accountId: string | null): Promise<boolean> {
  const account = accountId === null ? null : await deps.socialAccounts.get(tx, accountId);
  return account !== null && deps.socialAccounts.isMeasurable(account.platform);
}
