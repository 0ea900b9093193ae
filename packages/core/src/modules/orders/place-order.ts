import type { Tx } from "#infrastructure/database";
import { isUniqueViolation } from "#infrastructure/database";
import { type Actor, recordActor } from "#kernel/actor";
import type { Clock } from "#kernel/clock";
import { newId } from "#kernel/id";
import { assertTotals, type Order, type OrderLine, type OrderWithLines } from "./order.ts";
import { orderAlreadyPlaced } from "./order-errors.ts";
import { orderPlaced } from "./order-events.ts";
import { insertOrder } from "./order-repository.ts";

/** What a line is placed with; everything that happens to it later starts empty. */
export type NewOrderLine = Pick<
  OrderLine,
  | "productId"
  | "product"
  | "quantity"
  | "selection"
  | "summary"
  | "platformContext"
  | "socialAccountId"
  | "parts"
  | "netMinor"
  | "taxMinor"
  | "taxRateBp"
>;

export type NewOrder = Pick<
  Order,
  | "ownerId"
  | "cartId"
  | "currency"
  | "locale"
  | "contact"
  | "billing"
  | "netMinor"
  | "taxMinor"
  | "totalMinor"
  | "cartQuoteId"
  | "consents"
  | "notes"
  | "reviewReason"
> & { readonly lines: readonly NewOrderLine[] };

/**
 * From a priced cart to an order that waits for its money, in the caller's transaction. Throws `order.already-placed`
 * when the cart has a live order, `invariant.broken` when the lines don't add up.
 */
export async function placeOrder(
  deps: { clock: Clock },
  tx: Tx,
  actor: Actor,
  input: NewOrder,
): Promise<OrderWithLines> {
  assertTotals(input, input.lines);
  const now = deps.clock.now();
  const { lines: newLines, ...given } = input;
  const order: Order = {
    ...given,
    ...unpaid,
    id: newId("ord"),
    state: "awaiting_payment",
    version: 1,
    placedAt: now,
    updatedAt: now,
  };
  const lines = newLines.map((line, position) => ({
    ...line,
    ...unstarted,
    id: newId("oln"),
    orderId: order.id,
    position,
  }));
  const audit = {
    seq: 1,
    command: "place",
    fromState: null,
    toState: order.state,
    actor: recordActor(actor),
    reason: null,
    metadata: {},
    at: now,
  };
  try {
    await insertOrder(tx, order, lines, audit);
  } catch (error) {
    if (isUniqueViolation(error, "orders_one_per_cart")) throw orderAlreadyPlaced(order.cartId);
    throw error;
  }
  tx.publish(orderPlaced, {
    orderId: order.id,
    cartId: order.cartId,
    ownerId: order.ownerId,
    totalMinor: order.totalMinor,
    currency: order.currency,
  });
  return { ...order, lines };
}

const unpaid = {
  number: null,
  capturedMinor: 0,
  refundedMinor: 0,
  lostMinor: 0,
  holdReason: null,
  disputeOpen: false,
  openRefills: 0,
  askedRefills: 0,
  paidAt: null,
  deliveredAt: null,
  closedAt: null,
} as const;

const unstarted = {
  refundedMinor: 0,
  refundReservedMinor: 0,
  state: null,
  deliveredUnits: 0,
  startedAt: null,
  dueAt: null,
  completedAt: null,
  checkedAt: null,
  guaranteeEndsAt: null,
  evidence: [],
} as const;
