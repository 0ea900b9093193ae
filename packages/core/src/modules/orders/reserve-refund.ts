import type { Tx } from "#infrastructure/database";
import { findOrder, releaseLineRefund, reserveLineRefund } from "./order-repository.ts";
import type { RefundReport } from "./record-refund.ts";

type RefundParts = RefundReport["lines"];

/**
 * Sets money of lines aside before the processor is asked for it. False, and then the caller's transaction must not
 * commit, when a line isn't the order's or has less left than is asked for. A line whose whole price is set aside is
 * not submitted any more.
 */
export async function reserveRefund(tx: Tx, orderId: string, parts: RefundParts): Promise<boolean> {
  await findOrder(tx, orderId, { lock: true });
  for (const part of parts) {
    if (!(await reserveLineRefund(tx, orderId, part.lineId, part.amountMinor))) return false;
  }
  return true;
}

/** The processor did not return the money: it can be promised again. */
export async function releaseRefund(tx: Tx, orderId: string, parts: RefundParts): Promise<void> {
  await findOrder(tx, orderId, { lock: true });
  for (const part of parts) await releaseLineRefund(tx, part.lineId, part.amountMinor);
}
