import type { Tx } from "#infrastructure/database";
import { system } from "#kernel/actor";
import type { OrderLine } from "#modules/orders";
import { listPayments } from "./payment-repository.ts";
import type { PaymentDeps } from "./payments.ts";
import { requestRefund } from "./request-refund.ts";

/** What of a line was neither returned nor promised back. */
const remaining = (line: OrderLine): number =>
  line.netMinor + line.taxMinor - line.refundedMinor - line.refundReservedMinor;

/** A paid order was canceled: everything not yet returned goes back, line by line. */
export async function refundCanceledOrder(deps: PaymentDeps, tx: Tx, orderId: string): Promise<void> {
  const actor = system("payments.refund-canceled-order");
  const order = await deps.orders.get(tx, actor, orderId);
  const payment = (await listPayments(tx, orderId)).find((candidate) => candidate.appliedMinor > 0);
  if (payment === undefined) return;
  const lines = order.lines
    .map((line) => ({ lineId: line.id, amountMinor: remaining(line) }))
    .filter((line) => line.amountMinor > 0);
  const amountMinor = lines.reduce((sum, line) => sum + line.amountMinor, 0);
  if (amountMinor === 0) return;
  await requestRefund(deps, tx, actor, {
    payment,
    amountMinor,
    lines,
    reason: "Order canceled",
    requestKey: "canceled",
    applied: true,
  });
}
