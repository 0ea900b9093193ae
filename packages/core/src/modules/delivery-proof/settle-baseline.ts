import type { Tx } from "#infrastructure/database";
import type { ProofLine } from "./proof.ts";
import type { ProofDeps } from "./proof-deps.ts";
import { baselineSettled } from "./proof-events.ts";
import { updateProofLine } from "./proof-repository.ts";

type Settled = Pick<ProofLine, "baselineSnapshotId" | "baselineMissing">;

/**
 * Tells fulfillment what became of the reading before the start, and takes over what it holds afterwards: of several
 * answers (ours, the deadline's) the first counts, and only fulfillment knows which that was.
 */
export async function settleBaseline(
  deps: Pick<ProofDeps, "clock" | "fulfillment">,
  tx: Tx,
  proof: ProofLine,
  baseline: { readonly snapshotId: string } | { readonly missing: string },
): Promise<ProofLine> {
  await deps.fulfillment.release(tx, proof.lineId, { baseline });
  return adoptBaseline(deps, tx, proof);
}

/** Takes over the baseline fulfillment holds, if it holds one and we don't. */
export async function adoptBaseline(
  deps: Pick<ProofDeps, "clock" | "fulfillment">,
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

/** Whether the reading before the start was taken or given up. */
export const isSettled = (line: Settled): boolean => line.baselineSnapshotId !== null || line.baselineMissing !== null;
