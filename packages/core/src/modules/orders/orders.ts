import type { Scope, Tx } from "#infrastructure/database";
import { type Subscription, subscribe } from "#infrastructure/events";
import { handleLocal, type JobHandler } from "#infrastructure/jobs";
import type { Actor } from "#kernel/actor";
import type { Clock } from "#kernel/clock";
import type { Page } from "#kernel/page";
import { customerSignedIn } from "#modules/customers";
import { closeOrder } from "./close-order.ts";
import { countAskedRefill } from "./count-asked-refill.ts";
import { getAudit, getOrder } from "./get-order.ts";
import { listOrders, type OrderQuery } from "./list-orders.ts";
import type { OrderWithLines } from "./order.ts";
import { closeOrderJob } from "./order-jobs.ts";
import { mayCommand } from "./order-policy.ts";
import {
  type AuditEntry,
  findLiveOrderOfCart,
  findOrder,
  findOrderIdOfLine,
  listOrderSummaries,
  listOrdersOfEmail,
  type OrderSummary,
  updateOwner,
} from "./order-repository.ts";
import { next, type OrderCommand, orderMachine } from "./order-states.ts";
import { type NewOrder, placeOrder } from "./place-order.ts";
import { type LineReport, recordLine } from "./record-line.ts";
import { type RefundReport, recordRefund } from "./record-refund.ts";
import { releaseRefund, reserveRefund } from "./reserve-refund.ts";
import { factsOf, type TransitionRequest, transitionOrder } from "./transition-order.ts";

/** Orders, for whoever may see them. Commands take the caller's transaction, queries any scope. */
export interface Orders {
  /** Places an order that waits for its money. Throws `order.already-placed`. */
  place(tx: Tx, actor: Actor, input: NewOrder): Promise<OrderWithLines>;
  /** Moves an order, if who asks, its facts and the graph allow it. See {@link transitionOrder} for its errors. */
  transition(tx: Tx, actor: Actor, orderId: string, request: TransitionRequest): Promise<OrderWithLines>;
  /** Takes fulfillment's report of a line. */
  recordLine(tx: Tx, actor: Actor, orderId: string, report: LineReport): Promise<OrderWithLines>;
  /** Takes payments' report of money that went back. */
  recordRefund(tx: Tx, actor: Actor, orderId: string, report: RefundReport): Promise<OrderWithLines>;
  /**
   * Sets money of lines aside for a refund, before anybody outside hears of it. False when less than that is left;
   * then the transaction must not commit. See {@link reserveRefund}.
   */
  reserveRefund(tx: Tx, orderId: string, parts: RefundReport["lines"]): Promise<boolean>;
  /** The money set aside was not returned. */
  releaseRefund(tx: Tx, orderId: string, parts: RefundReport["lines"]): Promise<void>;
  /** A refill was asked for (+1) or decided on (−1); `occasion` names it once. */
  countAskedRefill(tx: Tx, orderId: string, change: 1 | -1, occasion: string): Promise<void>;
  /** Throws `order.not-found`, also for orders the actor may not see. */
  get(scope: Scope, actor: Actor, orderId: string): Promise<OrderWithLines>;
  /** The order, locked until the transaction ends; null when there is none. For modules above, no policy. */
  findForUpdate(tx: Tx, orderId: string): Promise<OrderWithLines | null>;
  /** The order of a cart that was not canceled. */
  findLiveOfCart(scope: Scope, cartId: string): Promise<OrderWithLines | null>;
  findIdOfLine(scope: Scope, lineId: string): Promise<string | null>;
  list(scope: Scope, actor: Actor, query: OrderQuery): Promise<Page<OrderWithLines>>;
  /** The heads of these orders, in no order. For modules above, no policy. */
  listSummaries(scope: Scope, orderIds: readonly string[]): Promise<OrderSummary[]>;
  /** The newest orders of an e-mail address. For mails to that address only, no policy. */
  listOfEmail(scope: Scope, email: string, limit: number): Promise<OrderWithLines[]>;
  /** Gives a guest's orders to a customer; again, it changes nothing. */
  mergeGuest(tx: Tx, guestOwnerId: string, customerId: string): Promise<void>;
  audit(scope: Scope, actor: Actor, orderId: string): Promise<AuditEntry[]>;
  /** Commands this actor could give now, for buttons. */
  allowed(actor: Actor, order: OrderWithLines): OrderCommand[];
  readonly jobs: readonly JobHandler[];
  readonly subscriptions: readonly Subscription[];
}

export function createOrders(deps: { readonly clock: Clock }): Orders {
  return {
    place: (tx, actor, input) => placeOrder(deps, tx, actor, input),
    transition: (tx, actor, orderId, request) => transitionOrder(deps, tx, actor, orderId, request),
    recordLine: (tx, actor, orderId, report) => recordLine(deps, tx, actor, orderId, report),
    recordRefund: (tx, actor, orderId, report) => recordRefund(deps, tx, actor, orderId, report),
    reserveRefund,
    releaseRefund,
    countAskedRefill: (tx, orderId, change, occasion) => countAskedRefill(deps, tx, orderId, change, occasion),
    get: getOrder,
    findForUpdate: (tx, orderId) => findOrder(tx, orderId, { lock: true }),
    findLiveOfCart: findLiveOrderOfCart,
    findIdOfLine: findOrderIdOfLine,
    list: listOrders,
    listSummaries: listOrderSummaries,
    listOfEmail: listOrdersOfEmail,
    mergeGuest: updateOwner,
    audit: getAudit,
    allowed: (actor, order) => {
      const facts = factsOf(order, deps.clock.now());
      return orderMachine
        .commandsFrom(order.state)
        .filter((command) => mayCommand(actor, command, order) && next(order.state, command, would(command, facts)).ok);
    },
    jobs: [handleLocal(closeOrderJob, (tx, payload) => closeOrder(deps, tx, payload.orderId))],
    subscriptions: [
      subscribe(customerSignedIn, "orders.reassign", async (tx, { payload }) => {
        if (payload.guestOwnerId !== null) await updateOwner(tx, payload.guestOwnerId, payload.customerId);
      }),
    ],
  };
}

/** The facts as a person's command would leave them. */
function would(command: OrderCommand, facts: ReturnType<typeof factsOf>): ReturnType<typeof factsOf> {
  if (command === "hold") return { ...facts, held: true };
  if (command === "resume") return { ...facts, held: false, reviewPending: false };
  return facts;
}
