import type { Locale, Platform } from "@smplat/contracts/vocabulary";
import type { Scope } from "#infrastructure/database";
import type { Actor } from "#kernel/actor";
import { inLocale } from "#kernel/locale";
import type { MetricSnapshot } from "#modules/social-accounts";
import { readingsOf } from "./assess-line.ts";
import { isWeak } from "./baseline-strength.ts";
import { listDue } from "./due-repository.ts";
import { type HistoryStretch, stretchesOf } from "./evaluate-proof.ts";
import type { DueReading, ProofLine, ProofReading } from "./proof.ts";
import type { ProofDeps } from "./proof-deps.ts";
import { listProofLines, listReadings } from "./proof-repository.ts";
import { explain, explainMissing } from "./proof-words.ts";

/** A reading as it was planned and as it went. */
export interface InspectedReading extends Omit<ProofReading, "snapshotId"> {
  readonly snapshot: MetricSnapshot | null;
  /** Why there is no number, in words. */
  readonly missingWords: string | null;
}

/** Everything the proof of a line rests on. For staff, in their language. */
export interface LineInspection {
  readonly proof: ProofLine;
  readonly title: string;
  readonly channel: { readonly platform: Platform; readonly handle: string } | null;
  readonly measured: boolean;
  readonly baseline: MetricSnapshot | null;
  readonly weakBaseline: boolean;
  readonly latest: MetricSnapshot | null;
  readonly explanation: string;
  readonly readings: readonly InspectedReading[];
  readonly planned: readonly DueReading[];
  /** The history the usual growth was worked out from, oldest first; empty without a baseline and a later reading. */
  readonly history: readonly HistoryStretch[];
}

/**
 * An order's proof from behind, lines nobody worked on yet left out. Six statements, and two for each line's history.
 * Throws `order.not-found`.
 */
export async function inspectProof(
  deps: ProofDeps,
  scope: Scope,
  actor: Actor,
  orderId: string,
  locale: Locale,
): Promise<LineInspection[]> {
  const order = await deps.orders.get(scope, actor, orderId);
  const proofs = await listProofLines(scope, orderId);
  const lineIds = proofs.map((proof) => proof.lineId);
  const readings = await listReadings(scope, lineIds);
  const planned = await listDue(scope, lineIds);
  const snapshotIds = readings.map((reading) => reading.snapshotId).filter((id) => id !== null);
  const snapshots = await deps.socialAccounts.findSnapshots(scope, [...new Set(snapshotIds)]);
  const accountIds = proofs.map((proof) => proof.accountId).filter((id) => id !== null);
  const accounts = await deps.socialAccounts.findByIds(scope, [...new Set(accountIds)]);
  const inspections: LineInspection[] = [];
  for (const line of order.lines) {
    const proof = proofs.find((candidate) => candidate.lineId === line.id);
    if (proof === undefined) continue;
    const { baseline, latest, history } = await readingsOf(deps, scope, proof);
    const account = accounts.find((candidate) => candidate.id === proof.accountId) ?? null;
    inspections.push({
      ...{ proof, baseline, latest, title: inLocale(line.product.title, locale) },
      channel: account && { platform: account.platform, handle: account.handle },
      measured: account !== null && deps.socialAccounts.isMeasurable(account.platform),
      weakBaseline: proof.baselineStrength !== null && isWeak(proof.baselineStrength),
      explanation: explain(proof.assessment.finding, locale, proof),
      readings: readings
        .filter((reading) => reading.lineId === line.id)
        .map((reading) => inspected(reading, snapshots, locale)),
      planned: planned.filter((due) => due.lineId === line.id),
      history: baseline === null ? [] : stretchesOf(history, baseline),
    });
  }
  return inspections;
}

function inspected(
  { snapshotId, ...reading }: ProofReading,
  snapshots: readonly MetricSnapshot[],
  locale: Locale,
): InspectedReading {
  return {
    ...reading,
    snapshot: snapshots.find((snapshot) => snapshot.id === snapshotId) ?? null,
    missingWords: reading.missing === null ? null : explainMissing(reading.missing, locale),
  };
}
