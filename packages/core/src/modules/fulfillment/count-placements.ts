import type { Scope, Tx } from "#infrastructure/database";
import { itemsOf, placementsIn, standingDelivery } from "./attempt.ts";
import { findLiveAttempt, updateAttempt } from "./attempt-repository.ts";
import { recountLine } from "./complete-line.ts";
import type { FulfillmentDeps } from "./deps.ts";
import { isCompleted } from "./line.ts";
import { holdLine } from "./move-line.ts";
import type { PlacementRef } from "./views.ts";

/** The placements a supplier names for a line, by their public addresses, each once. */
export async function listPlacements(scope: Scope, lineId: string): Promise<PlacementRef[]> {
  const attempt = await findLiveAttempt(scope, lineId);
  if (attempt === null) return [];
  return placementsIn(attempt.evidence).map((address) => {
    const entry = attempt.evidence.find(({ url }) => url === address);
    return { address, title: entry?.title ?? "" };
  });
}

/**
 * Our own look at a finished line's placements: what is gone does not count, whatever its supplier says, and counts
 * again once it is back. The line is counted anew as after a supplier's report.
 */
export async function countPlacements(
  deps: FulfillmentDeps,
  tx: Tx,
  lineId: string,
  goneAddresses: readonly string[],
): Promise<void> {
  const held = await holdLine(deps, tx, lineId);
  if (held === null || held.attempt === null || !isCompleted(held.line.state)) return;
  const { line, attempt } = held;
  await updateAttempt(tx, attempt.id, { goneAddresses });
  const told = { delivered: attempt.supplierDelivered, evidence: attempt.evidence };
  const standing = standingDelivery(told, goneAddresses);
  const evidence = { entries: standing.evidence, unitsPerItem: attempt.unitsPerItem };
  await recountLine(deps, tx, line, { deliveredUnits: itemsOf(standing.delivered, attempt.unitsPerItem), evidence });
}
