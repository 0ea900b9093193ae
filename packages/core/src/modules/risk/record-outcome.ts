import type { Tx } from "#infrastructure/database";
import { type Subscription, subscribe } from "#infrastructure/events";
import type { Clock } from "#kernel/clock";
import { customerSignedUp } from "#modules/customers";
import { type Orders, orderCanceled, orderDelivered } from "#modules/orders";
import { disputeOpened, type Payments, paymentFailed, refundSucceeded } from "#modules/payments";
import { insertKeyOutcome, insertOutcome } from "./attempt-repository.ts";
import type { OutcomeKind } from "./history.ts";
import type { createKeyMaker } from "./identity-keys.ts";
import { lapseReviews } from "./risk-repository.ts";

export interface OutcomeDeps {
  readonly clock: Clock;
  readonly orders: Pick<Orders, "findForUpdate">;
  readonly payments: Pick<Payments, "find">;
  readonly keyMaker: ReturnType<typeof createKeyMaker>;
}

/** How attempts turned out, learned from what happened to their orders. */
export function outcomeSubscriptions(deps: OutcomeDeps): Subscription[] {
  return [
    subscribe(paymentFailed, "risk.note-declined-card", async (tx, { payload }) => {
      // An attempt that ended without the card's answer says nothing about the card.
      if (payload.failureCode === null) return;
      const payment = await deps.payments.find(tx, payload.paymentId);
      const method = payment?.paymentMethodId ?? null;
      await note(deps, tx, { orderId: payload.orderId, what: "declined", source: payload.paymentId, method });
    }),
    subscribe(refundSucceeded, "risk.note-return", async (tx, { payload }) => {
      const order = await deps.orders.findForUpdate(tx, payload.orderId);
      // What was never delivered was our fault or a change of mind, not a pattern of taking both.
      if (order?.deliveredAt === undefined || order.deliveredAt === null) return;
      await note(deps, tx, { orderId: payload.orderId, what: "returned", source: payload.orderId, method: null });
    }),
    subscribe(disputeOpened, "risk.note-dispute", (tx, { payload }) =>
      note(deps, tx, { orderId: payload.orderId, what: "disputed", source: payload.disputeId, method: null }),
    ),
    subscribe(orderDelivered, "risk.note-delivery", (tx, { payload }) =>
      note(deps, tx, { orderId: payload.orderId, what: "delivered", source: payload.orderId, method: null }),
    ),
    subscribe(customerSignedUp, "risk.note-sign-up", (tx, { payload }) =>
      insertKeyOutcome(
        tx,
        { kind: "owner", key: deps.keyMaker.keyOf("owner", payload.customerId) },
        { what: "signed-up", source: payload.customerId, at: deps.clock.wall() },
      ),
    ),
    subscribe(orderCanceled, "risk.lapse-review", (tx, { payload }) => lapseReviews(tx, payload.orderId)),
  ];
}

async function note(
  deps: OutcomeDeps,
  tx: Tx,
  told: {
    readonly orderId: string;
    readonly what: OutcomeKind;
    readonly source: string;
    readonly method: string | null;
  },
): Promise<void> {
  const order = await deps.orders.findForUpdate(tx, told.orderId);
  if (order === null) return;
  await insertOutcome(tx, {
    cartId: order.cartId,
    paymentMethodId: told.method,
    what: told.what,
    source: told.source,
    at: deps.clock.wall(),
  });
}
