import type { Tx } from "#infrastructure/database";
import type { FulfillmentDeps } from "./deps.ts";
import { lineNotFound } from "./fulfillment-errors.ts";
import type { FulfillmentLine } from "./line.ts";
import { holdLine, moveLine } from "./move-line.ts";

/** Sends a failed line again, under a new reference. Throws `order.not-found`, `fulfillment.line-refused`. */
export async function replayLine(deps: FulfillmentDeps, tx: Tx, lineId: string): Promise<FulfillmentLine> {
  const held = await holdLine(deps, tx, lineId);
  if (held === null) throw lineNotFound(lineId);
  return moveLine(deps, tx, held.line, { command: "retry" });
}
