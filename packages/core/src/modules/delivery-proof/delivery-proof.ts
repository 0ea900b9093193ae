import type { Locale } from "@smplat/contracts/vocabulary";
import type { Database, Scope, Tx } from "#infrastructure/database";
import { type Subscription, subscribe } from "#infrastructure/events";
import { handleExternal, handleLocal, type JobHandler } from "#infrastructure/jobs";
import type { Actor } from "#kernel/actor";
import { lineAccepted, lineAwaitingBaseline, lineCanceled, lineCompleted } from "#modules/fulfillment";
import { awaitBaseline } from "./await-baseline.ts";
import { metricsOf } from "./evaluate-metrics.ts";
import { completeLine, dropLine, startDelivery } from "./follow-delivery.ts";
import { getOrderProof } from "./get-order-proof.ts";
import { getAllProofMetrics, getProofMetrics } from "./get-proof-metrics.ts";
import { handOutReadings } from "./hand-out-readings.ts";
import { inspectProof, type LineInspection } from "./inspect-proof.ts";
import type { OrderProof, ProofMetrics } from "./proof.ts";
import type { ProofDeps } from "./proof-deps.ts";
import { handOutReadingsJob, readBaselineJob, takeSnapshotJob } from "./proof-jobs.ts";
import { readBaseline } from "./read-baseline.ts";
import { requestReading } from "./request-reading.ts";
import { takeSnapshot } from "./take-snapshot.ts";

/** What can be shown about deliveries: before, during and after, and what may be said about it. */
export interface DeliveryProof {
  /** The proof of an order in one language. Throws `order.not-found`, also for orders the actor may not see. */
  getForOrder(scope: Scope, actor: Actor, orderId: string, locale: Locale): Promise<OrderProof>;
  /** Delivery numbers of a product, hidden below twenty completed lines. A product nobody bought has none. */
  metricsFor(scope: Scope, productId: string): Promise<ProofMetrics>;
  /** The same for many products, by id, in one statement. */
  metricsForMany(scope: Scope, productIds: readonly string[]): Promise<ReadonlyMap<string, ProofMetrics>>;
  /** The same for every product with a completed line. */
  allMetrics(scope: Scope): Promise<ProofMetrics[]>;
  /** What an order's proof rests on, line by line, for staff. Throws `order.not-found`. */
  inspect(scope: Scope, actor: Actor, orderId: string, locale: Locale): Promise<LineInspection[]>;
  /**
   * Has a line's channel read beyond the schedule. Throws `order.not-found`, `proof.reading-refused`,
   * `proof.readings-used-up`.
   */
  requestReading(
    tx: Tx,
    actor: Actor,
    request: { readonly orderId: string; readonly lineId: string; readonly reason: string },
  ): Promise<void>;
  readonly jobs: readonly JobHandler[];
  readonly subscriptions: readonly Subscription[];
}

export interface DeliveryProofDeps extends ProofDeps {
  readonly database: Database;
}

export function createDeliveryProof(deps: DeliveryProofDeps): DeliveryProof {
  return {
    getForOrder: (scope, actor, orderId, locale) => getOrderProof(deps, scope, actor, orderId, locale),
    metricsFor: async (scope, productId) =>
      (await getProofMetrics(scope, [productId])).get(productId) ?? metricsOf(productId, null),
    metricsForMany: getProofMetrics,
    allMetrics: getAllProofMetrics,
    inspect: (scope, actor, orderId, locale) => inspectProof(deps, scope, actor, orderId, locale),
    requestReading: (tx, actor, request) => requestReading(deps, tx, actor, request),
    jobs: [
      handleExternal(readBaselineJob, (run, payload) => readBaseline(deps, run, payload)),
      handleExternal(takeSnapshotJob, (run, payload) => takeSnapshot(deps, run, payload)),
      handleLocal(handOutReadingsJob, (tx) => handOutReadings(deps, tx)),
    ],
    subscriptions: [
      subscribe(lineAwaitingBaseline, "delivery-proof.await-baseline", (tx, { payload }) =>
        awaitBaseline(deps, tx, payload.lineId),
      ),
      subscribe(lineAccepted, "delivery-proof.start-delivery", (tx, { payload }) => startDelivery(deps, tx, payload)),
      subscribe(lineCompleted, "delivery-proof.complete-line", (tx, { payload }) => completeLine(deps, tx, payload)),
      subscribe(lineCanceled, "delivery-proof.drop-line", (tx, { payload }) => dropLine(deps, tx, payload.lineId)),
    ],
  };
}
