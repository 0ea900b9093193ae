import type { Tx } from "#infrastructure/database";
import type { LivenessDeps } from "./liveness-deps.ts";
import { listPagesForUpdate } from "./page-repository.ts";

/** Tells fulfillment which placements of a line are down; what is short then asks for its make-good by itself. */
export async function countLine(deps: LivenessDeps, tx: Tx, lineId: string): Promise<void> {
  const pages = await listPagesForUpdate(tx, lineId);
  const down = pages.filter((page) => page.state === "down").map((page) => page.address);
  await deps.fulfillment.countPlacements(tx, lineId, down);
}
