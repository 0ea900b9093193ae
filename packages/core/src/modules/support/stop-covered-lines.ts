import type { Tx } from "#infrastructure/database";
import { system } from "#kernel/actor";
import { isDomainError } from "#kernel/domain-error";
import type { SupportDeps } from "./support.ts";

const stoppable: ReadonlySet<string> = new Set(["awaiting_baseline", "ready", "failed", "accepted", "delivering"]);

/**
 * Money of an order went back: a line whose whole price did is taken back, at once where no supplier has it, else by
 * asking the supplier. What is delivered, or in the middle of a submit, stays as it is.
 */
export async function stopCoveredLines(deps: SupportDeps, tx: Tx, orderId: string): Promise<void> {
  const actor = system("support.stop-covered-lines");
  const order = await deps.orders.get(tx, actor, orderId);
  for (const line of order.lines) {
    const gross = line.netMinor + line.taxMinor;
    const covered = line.refundedMinor > 0 && line.refundedMinor >= gross;
    if (!covered || line.state === null || !stoppable.has(line.state)) continue;
    try {
      await deps.fulfillment.requestCancel(tx, actor, line.id, "its price was returned");
    } catch (error) {
      if (!isDomainError(error, "fulfillment.line-refused")) throw error;
    }
  }
}
