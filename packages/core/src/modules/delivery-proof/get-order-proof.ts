import type { Locale } from "@smplat/contracts/vocabulary";
import type { Scope } from "#infrastructure/database";
import type { Actor } from "#kernel/actor";
import { inLocale } from "#kernel/locale";
import type { OrderLine } from "#modules/orders";
import type { MetricSnapshot, SocialAccount } from "#modules/social-accounts";
import { isWeak } from "./baseline-strength.ts";
import { forecastDrift } from "./forecast-drift.ts";
import type { LineProofView, OrderProof, ProofLine, ProofReading } from "./proof.ts";
import type { ProofDeps } from "./proof-deps.ts";
import { listProofLines, listReadings } from "./proof-repository.ts";
import { explain, explainMissing } from "./proof-words.ts";

/**
 * The proof of an order, line by line, in five statements. Throws `order.not-found`, also for orders the actor may not
 * see.
 */
export async function getOrderProof(
  deps: ProofDeps,
  scope: Scope,
  actor: Actor,
  orderId: string,
  locale: Locale,
): Promise<OrderProof> {
  const order = await deps.orders.get(scope, actor, orderId);
  const proofs = await listProofLines(scope, orderId);
  const readings = await listReadings(
    scope,
    proofs.map((proof) => proof.lineId),
  );
  const snapshots = await deps.socialAccounts.findSnapshots(scope, snapshotIds(proofs, readings));
  const accounts = await deps.socialAccounts.findByIds(
    scope,
    order.lines.map((line) => line.socialAccountId).filter((id) => id !== null),
  );
  const found: Found = {
    snapshots: new Map(snapshots.map((snapshot) => [snapshot.id, snapshot])),
    isMeasurable: (account) => deps.socialAccounts.isMeasurable(account.platform),
  };
  return {
    orderId,
    computedAt: deps.clock.now(),
    locale,
    lines: order.lines.map((line) =>
      view(found, locale, {
        line,
        proof: proofs.find((proof) => proof.lineId === line.id) ?? null,
        readings: readings.filter((reading) => reading.lineId === line.id),
        account: accounts.find((account) => account.id === line.socialAccountId) ?? null,
      }),
    ),
  };
}

interface Found {
  readonly snapshots: ReadonlyMap<string, MetricSnapshot>;
  readonly isMeasurable: (account: SocialAccount) => boolean;
}

interface LineParts {
  readonly line: OrderLine;
  readonly proof: ProofLine | null;
  readonly readings: readonly ProofReading[];
  readonly account: SocialAccount | null;
}

function view(found: Found, locale: Locale, { line, proof, readings, account }: LineParts): LineProofView {
  const snapshot = (id: string | null | undefined) => (id == null ? null : (found.snapshots.get(id) ?? null));
  const { label, finding, change } = proof?.assessment ?? notStarted;
  return {
    lineId: line.id,
    productTitle: inLocale(line.product.title, locale),
    account,
    measured: account !== null && found.isMeasurable(account),
    baseline: snapshot(proof?.baselineSnapshotId),
    baselineMissing: proof?.baselineMissing == null ? null : explainMissing(proof.baselineMissing, locale),
    baselineStrength: proof?.baselineStrength ?? null,
    weakBaseline: proof?.baselineStrength != null && isWeak(proof.baselineStrength),
    attested: proof?.attested ?? false,
    startedAt: proof?.startedAt ?? null,
    completedAt: proof?.completedAt ?? null,
    latest: snapshot(proof?.latestSnapshotId),
    readings: readings.map((reading) => snapshot(reading.snapshotId)).filter((reading) => reading !== null),
    missing: readings.flatMap((reading) =>
      reading.missing === null ? [] : [{ at: reading.dueAt, reason: explainMissing(reading.missing, locale) }],
    ),
    change,
    forecast: forecastOf(change, snapshot(proof?.baselineSnapshotId)),
    label,
    explanation: explain(finding, locale, { attested: proof?.attested ?? false }),
    fulfillment: {
      ordered: line.quantity,
      delivered: line.deliveredUnits,
      unit: inLocale(line.product.unit, locale),
      percent: line.startedAt === null ? null : Math.floor((1_000 * line.deliveredUnits) / line.quantity) / 10,
    },
  };
}

function forecastOf(change: ProofLine["assessment"]["change"], baseline: MetricSnapshot | null) {
  if (change?.model == null || baseline?.followers == null) return [];
  return forecastDrift(change.model, { takenAt: baseline.takenAt, followers: baseline.followers });
}

const notStarted = { label: "not_yet_known", finding: "not_started", change: null } as const;

function snapshotIds(proofs: readonly ProofLine[], readings: readonly ProofReading[]): string[] {
  const ids = [
    ...proofs.flatMap((proof) => [proof.baselineSnapshotId, proof.latestSnapshotId]),
    ...readings.map((reading) => reading.snapshotId),
  ];
  return [...new Set(ids.filter((id) => id !== null))];
}
