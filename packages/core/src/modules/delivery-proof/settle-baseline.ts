import type { Scope, Tx } from "#infrastructure/database";
import { after } from "#kernel/clock";
import type { MetricSnapshot } from "#modules/social-accounts";
import { baselineWindowMs, strengthOf } from "./baseline-strength.ts";
import type { BaselineStrength, ProofLine } from "./proof.ts";
import type { ProofDeps } from "./proof-deps.ts";
import { baselineSettled } from "./proof-events.ts";
import { updateProofLine } from "./proof-repository.ts";

type Settled = Pick<ProofLine, "baselineSnapshotId" | "baselineMissing">;

/**
 * Tells fulfillment what became of the reading before the start, and takes over what it holds afterwards: of several
 * answers (ours, the deadline's) the first counts, and only fulfillment knows which that was.
 */
export async function settleBaseline(
  deps: Pick<ProofDeps, "clock" | "fulfillment" | "socialAccounts">,
  tx: Tx,
  proof: ProofLine,
  baseline: { readonly snapshotId: string } | { readonly missing: string },
): Promise<ProofLine> {
  await deps.fulfillment.release(tx, proof.lineId, { baseline });
  return adoptBaseline(deps, tx, proof);
}

/** Takes over the baseline fulfillment holds, if it holds one and we don't. */
export async function adoptBaseline(
  deps: Pick<ProofDeps, "clock" | "fulfillment" | "socialAccounts">,
  tx: Tx,
  proof: ProofLine,
): Promise<ProofLine> {
  if (isSettled(proof)) return proof;
  const line = await deps.fulfillment.findLine(tx, proof.lineId);
  if (line === null || !isSettled(line)) return proof;
  const settled: ProofLine = {
    ...proof,
    state: proof.state === "awaiting" ? "ready" : proof.state,
    baselineSnapshotId: line.baselineSnapshotId,
    baselineMissing: line.baselineMissing,
    baselineStrength: await strengthAt(deps, tx, line.baselineSnapshotId),
    updatedAt: deps.clock.now(),
  };
  await updateProofLine(tx, settled);
  tx.publish(baselineSettled, {
    orderId: proof.orderId,
    lineId: proof.lineId,
    snapshotId: settled.baselineSnapshotId,
    missing: settled.baselineMissing,
  });
  return settled;
}

async function strengthAt(
  deps: Pick<ProofDeps, "socialAccounts">,
  tx: Tx,
  snapshotId: string | null,
): Promise<BaselineStrength | null> {
  const [baseline] = snapshotId === null ? [] : await deps.socialAccounts.findSnapshots(tx, [snapshotId]);
  return baseline === undefined ? null : strengthOf(await readBefore(deps, tx, baseline));
}

/** When the channel was read in the days up to a reading, that reading included; only counts that were told. */
export async function readBefore(
  { socialAccounts }: Pick<ProofDeps, "socialAccounts">,
  scope: Scope,
  { accountId, takenAt }: Pick<MetricSnapshot, "accountId" | "takenAt">,
): Promise<Date[]> {
  const range = { from: after(takenAt, -baselineWindowMs), to: takenAt };
  const readings = await socialAccounts.listSnapshots(scope, accountId, range);
  return readings.filter((reading) => reading.followers !== null).map((reading) => reading.takenAt);
}

/** Whether the reading before the start was taken or given up. */
export const isSettled = (line: Settled): boolean => line.baselineSnapshotId !== null || line.baselineMissing !== null;
