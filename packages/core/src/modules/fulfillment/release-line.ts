import type { Tx } from "#infrastructure/database";
import type { FulfillmentDeps } from "./deps.ts";
import { lineNotFound } from "./fulfillment-errors.ts";
import { holdLine, moveLine } from "./move-line.ts";
import type { Baseline } from "./views.ts";

/** Lets a line go on; the first release counts, later ones change nothing. Throws `order.not-found`. */
export async function releaseLine(deps: FulfillmentDeps, tx: Tx, lineId: string, baseline: Baseline): Promise<void> {
  const held = await holdLine(deps, tx, lineId);
  if (held === null) throw lineNotFound(lineId);
  if (held.line.state !== "awaiting_baseline") return;
  await moveLine(deps, tx, held.line, {
    command: "release",
    changes:
      "snapshotId" in baseline ? { baselineSnapshotId: baseline.snapshotId } : { baselineMissing: baseline.missing },
  });
}
