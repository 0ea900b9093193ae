import type { Tx } from "#infrastructure/database";
import { invariant } from "#kernel/domain-error";
import type { ProofLine } from "./proof.ts";
import type { ProofDeps } from "./proof-deps.ts";
import { findProofLine, insertProofLine } from "./proof-repository.ts";

/**
 * The proof of a line, locked until the transaction ends; begun now if this is the first that is heard of the line:
 * reactions to its events may run in any order. `isNew` tells that.
 */
export async function holdProofLine(
  deps: Pick<ProofDeps, "clock" | "fulfillment">,
  tx: Tx,
  lineId: string,
): Promise<{ readonly proof: ProofLine; readonly isNew: boolean }> {
  const known = await findProofLine(tx, lineId, { lock: true });
  if (known !== null) return { proof: known, isNew: false };
  const line = await deps.fulfillment.findLine(tx, lineId);
  invariant(line !== null, "a line with events is a line of fulfillment");
  const proof: ProofLine = {
    lineId,
    orderId: line.orderId,
    productId: line.productId,
    accountId: line.socialAccountId,
    deliverableKind: line.brief.deliverableKind,
    state: "awaiting",
    orderedUnits: line.orderedUnits,
    deliveredUnits: 0,
    deadlineAt: line.baselineDeadlineAt,
    baselineSnapshotId: null,
    baselineMissing: null,
    baselineStrength: null,
    latestSnapshotId: null,
    attested: false,
    startedAt: null,
    dueAt: null,
    completedAt: null,
    onTime: null,
    assessment: { label: "not_yet_known", finding: "not_started", change: null },
    counted: null,
    updatedAt: deps.clock.now(),
  };
  if (await insertProofLine(tx, proof)) return { proof, isNew: true };
  const other = await findProofLine(tx, lineId, { lock: true });
  invariant(other !== null, "a line that could not be inserted is there");
  return { proof: other, isNew: false };
}
