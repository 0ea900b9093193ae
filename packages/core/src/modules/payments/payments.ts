import type { Database, Scope, Tx } from "#infrastructure/database";
import { type Subscription, subscribe } from "#infrastructure/events";
import { handleExternal, handleLocal, type JobHandler } from "#infrastructure/jobs";
import type { Actor } from "#kernel/actor";
import type { Clock } from "#kernel/clock";
import type { Ledger } from "#modules/ledger";
import { type Orders, type OrderWithLines, orderCanceled } from "#modules/orders";
import { type Applied, applyIntent } from "./apply-intent.ts";
import { applyRefund, submitRefund } from "./apply-refund.ts";
import { listDisputes } from "./dispute-repository.ts";
import { cancelOrder, expireOrder } from "./expire-order.ts";
import type { Dispute, Payment, Refund } from "./payment.ts";
import { applyProcessorEventJob, expireOrderJob, settlePaymentJob, submitRefundJob } from "./payment-jobs.ts";
import { findPayment, listPayments, listRefunds } from "./payment-repository.ts";
import type { PaymentCard, PaymentProcessor, ProcessorIntent } from "./processors/processor.ts";
import { applyProcessorEvent, receiveWebhook } from "./receive-webhook.ts";
import { refundCanceledOrder } from "./refund-canceled-order.ts";
import { type OrderRefundRequest, refundOrder } from "./refund-order.ts";
import { type NewPayment, startPayment } from "./start-payment.ts";
import { charge, settlePayment } from "./submit-payment.ts";

export interface PaymentDeps {
  readonly clock: Clock;
  readonly database: Database;
  readonly orders: Orders;
  readonly ledger: Ledger;
  readonly processor: PaymentProcessor;
}

/** Paying and paying back. Checkout uses the three steps one by one: start, charge, apply. */
export interface Payments {
  /** Step one, in the transaction that places the order: the attempt exists before the processor hears of it. */
  start(tx: Tx, input: NewPayment): Promise<Payment>;
  /** Step two, with no transaction open. Throws `payment.processor-unavailable`, `payment.method-unknown`. */
  charge(payment: Payment): Promise<ProcessorIntent>;
  /** Step three: takes the processor's word. `placed` is the order as step one placed it, where it did. */
  apply(tx: Tx, intent: ProcessorIntent, placed?: OrderWithLines): Promise<Applied>;
  /** What the processor tells of a card; null when it can't. Calls the outside: no transaction may be open. */
  readCard(paymentMethodId: string): Promise<PaymentCard | null>;
  /** Keeps a webhook. Throws `webhook.signature-invalid`. */
  receiveWebhook(rawBody: Uint8Array, signature: string | null): Promise<void>;
  /** Cancels an order for somebody, its intents first. */
  cancelOrder(actor: Actor, orderId: string, reason: string | null, expectedVersion?: number): Promise<void>;
  /** Returns money of an order's lines: set aside now, sent by a job. See {@link refundOrder} for its refusals. */
  refund(tx: Tx, actor: Actor, request: OrderRefundRequest): Promise<Refund>;
  /** Refunds of an order, oldest first. Whoever asks has checked that the order may be seen. */
  listRefunds(scope: Scope, orderId: string): Promise<Refund[]>;
  /** Disputes of an order, oldest first. Whoever asks has checked that the order may be seen. */
  listDisputes(scope: Scope, orderId: string): Promise<Dispute[]>;
  /** Attempts of an order, newest first. Whoever asks has checked that the order may be seen. */
  list(scope: Scope, orderId: string): Promise<Payment[]>;
  find(scope: Scope, paymentId: string): Promise<Payment | null>;
  findLatest(scope: Scope, orderId: string): Promise<Payment | null>;
  readonly processorName: string;
  readonly jobs: readonly JobHandler[];
  readonly subscriptions: readonly Subscription[];
}

export function createPayments(deps: PaymentDeps): Payments {
  return {
    start: (tx, input) => startPayment(deps, tx, input),
    charge: (payment) => charge(deps, payment),
    apply: (tx, intent, placed) => applyIntent(deps, tx, intent, placed),
    readCard: (paymentMethodId) => deps.processor.readCard(paymentMethodId),
    receiveWebhook: (rawBody, signature) => receiveWebhook(deps, rawBody, signature),
    cancelOrder: (actor, orderId, reason, expectedVersion) =>
      cancelOrder(deps, actor, orderId, reason, expectedVersion),
    refund: (tx, actor, request) => refundOrder(deps, tx, actor, request),
    listRefunds,
    listDisputes,
    list: listPayments,
    find: findPayment,
    findLatest: async (scope, orderId) => (await listPayments(scope, orderId))[0] ?? null,
    processorName: deps.processor.name,
    jobs: [
      handleExternal(settlePaymentJob, (_, payload) => settlePayment(deps, payload.paymentId)),
      handleExternal(expireOrderJob, (_, payload) => expireOrder(deps, payload.orderId)),
      handleLocal(applyProcessorEventJob, (tx, payload) => applyProcessorEvent(deps, tx, payload.eventId)),
      handleExternal(submitRefundJob, async (run, payload) => {
        const answer = await submitRefund(deps, payload.refundId);
        if (answer !== null) await run.complete((tx) => applyRefund(deps, tx, answer));
      }),
    ],
    subscriptions: [
      subscribe(orderCanceled, "payments.refund-canceled-order", async (tx, { payload }) => {
        if (payload.wasPaid) await refundCanceledOrder(deps, tx, payload.orderId);
      }),
    ],
  };
}
