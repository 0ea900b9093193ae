import type { Tx } from "#infrastructure/database";
import { holdProofLine } from "./hold-proof-line.ts";
import type { ProofDeps } from "./proof-deps.ts";
import { readBaselineJob } from "./proof-jobs.ts";
import type { MissingCode } from "./proof-words.ts";
import { isSettled, settleBaseline } from "./settle-baseline.ts";

/**
 * A line waits for the reading of its channel. A channel that can be read gets a job; a line without one goes on at
 * once, its baseline missing for a reason.
 */
export async function awaitBaseline(deps: ProofDeps, tx: Tx, lineId: string): Promise<void> {
  const { proof } = await holdProofLine(deps, tx, lineId);
  if (isSettled(proof)) return;
  const missing = await whyUnmeasured(deps, tx, proof.accountId);
  if (missing === null) tx.enqueue(readBaselineJob, { lineId, attempt: 0 }, { key: `${lineId} 0` });
  else await settleBaseline(deps, tx, proof, { missing });
}

async function whyUnmeasured(deps: ProofDeps, tx: Tx, accountId: string | null): Promise<MissingCode | null> {
  const account = accountId === null ? null : await deps.socialAccounts.get(tx, accountId);
  if (account === null) return "no_channel";
  return deps.socialAccounts.isMeasurable(account.platform) ? null : "no_source";
}
