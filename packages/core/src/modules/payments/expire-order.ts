import type { Actor } from "#kernel/actor";
import { system } from "#kernel/actor";
import { applyIntent } from "./apply-intent.ts";
import { type Payment, settledStates } from "./payment.ts";
import { listPayments } from "./payment-repository.ts";
import type { PaymentDeps } from "./payments.ts";
import { settlePayment } from "./submit-payment.ts";

/**
 * Makes sure that no open attempt of an order can still take money: cancels each intent at the processor and applies
 * what it says, which may be that it has succeeded. Returns whether the order still waits.
 */
async function closeAttempts(deps: PaymentDeps, orderId: string): Promise<boolean> {
  for (const payment of await listPayments(deps.database, orderId)) {
    if (!settledStates.has(payment.state)) await closeAttempt(deps, payment);
  }
  const order = await deps.orders.get(deps.database, system("payments.expire-order"), orderId);
  return order.state === "awaiting_payment";
}

async function closeAttempt(deps: PaymentDeps, payment: Payment): Promise<void> {
  if (payment.processorId === null) {
    await settlePayment(deps, payment.id);
    return;
  }
  const intent = await deps.processor.cancel(payment.processorId);
  await deps.database.transaction((tx) => applyIntent(deps, tx, intent));
}

/** The deadline of an unpaid order: cancels it once no attempt can take money any more. */
export async function expireOrder(deps: PaymentDeps, orderId: string): Promise<void> {
  if (!(await closeAttempts(deps, orderId))) return;
  await deps.database.transaction((tx) =>
    deps.orders.transition(tx, system("payments.expire-order"), orderId, {
      command: "expire",
      reason: "not paid in time",
    }),
  );
}

/**
 * Cancels an order for somebody: unpaid, after its intents are canceled; paid, if no supplier works on it, and the
 * money goes back. Throws `order.not-found`, `auth.forbidden`, `order.transition-refused`.
 */
export async function cancelOrder(
  deps: PaymentDeps,
  actor: Actor,
  orderId: string,
  reason: string | null,
  expectedVersion?: number,
): Promise<void> {
  const order = await deps.orders.get(deps.database, actor, orderId);
  if (order.state === "awaiting_payment") await closeAttempts(deps, orderId);
  const request = { command: "cancel", reason, ...(expectedVersion === undefined ? {} : { expectedVersion }) } as const;
  await deps.database.transaction((tx) => deps.orders.transition(tx, actor, orderId, request));
}
