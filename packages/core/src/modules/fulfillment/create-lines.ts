import type { Tx } from "#infrastructure/database";
import { system } from "#kernel/actor";
import type { FulfillmentDeps } from "./deps.ts";
import { lineAwaitingBaseline } from "./fulfillment-events.ts";
import { releaseLineJob } from "./fulfillment-jobs.ts";
import { newLine } from "./line.ts";
import { insertLines } from "./line-repository.ts";
import { reportLine } from "./move-line.ts";

/**
 * Makes the lines of a paid order, once: told again it finds them made. Each waits for the reading of its channel, at
 * most until its deadline.
 */
export async function createLines(deps: FulfillmentDeps, tx: Tx, orderId: string): Promise<void> {
  const order = await deps.orders.get(tx, system("fulfillment.create-lines"), orderId);
  if (order.paidAt === null || order.state === "canceled") return;
  const lines = order.lines.map((line) => newLine(line, deps.clock.now()));
  const made = await insertLines(tx, lines);
  for (const line of lines.filter((candidate) => made.has(candidate.id))) {
    await reportLine(deps, tx, line);
    tx.enqueue(releaseLineJob, { lineId: line.id }, { key: line.id, runAt: line.baselineDeadlineAt });
    tx.publish(lineAwaitingBaseline, {
      orderId,
      lineId: line.id,
      productId: line.productId,
      socialAccountId: line.socialAccountId,
      orderedUnits: line.orderedUnits,
      deadlineAt: line.baselineDeadlineAt,
    });
  }
}
