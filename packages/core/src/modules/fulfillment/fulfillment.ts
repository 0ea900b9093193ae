import type { Scope, Tx } from "#infrastructure/database";
import { type Subscription, subscribe } from "#infrastructure/events";
import { handleExternal, handleLocal, type JobHandler } from "#infrastructure/jobs";
import type { Actor } from "#kernel/actor";
import { orderCanceled, orderPaid, orderResumed } from "#modules/orders";
import { providerResumed, providerToppedUp, type RefillOutcome, type SupplierReport } from "#modules/suppliers";
import { listAttemptsOfProvider, listOpenFollowUps, updateFollowUpResolved } from "./attempt-repository.ts";
import { cancelLines, cancelSupplierOrder, requestCancel } from "./cancel-line.ts";
import { checkPace } from "./check-pace.ts";
import { countPlacements, listPlacements } from "./count-placements.ts";
import { createLines } from "./create-lines.ts";
import { replayDecision } from "./decide-route.ts";
import type { FulfillmentDeps } from "./deps.ts";
import { fulfillmentForbidden } from "./fulfillment-errors.ts";
import {
  applyWebhookJob,
  cancelOrderJob,
  checkPaceJob,
  pollLineJob,
  reconcileAttemptJob,
  releaseLineJob,
  resumeLinesJob,
  submitLineJob,
} from "./fulfillment-jobs.ts";
import { type FulfillmentAction, mayOnFulfillment } from "./fulfillment-policy.ts";
import type { FulfillmentLine } from "./line.ts";
import { findLineRow, listLinesOfOrder } from "./line-repository.ts";
import { listAttempts, listDesk } from "./list-attempts.ts";
import { askMakeGood, askSupplier, type MakeGoodRequest, recordMakeGood } from "./make-good.ts";
import { pollLine } from "./poll-line.ts";
import { flagLine } from "./raise-follow-up.ts";
import { applyWebhook, receiveWebhook } from "./receive-webhook.ts";
import { reconcileAttempt } from "./reconcile-attempt.ts";
import { releaseLine } from "./release-line.ts";
import { type Replay, replayLine } from "./replay-line.ts";
import { reportDesk } from "./report-desk.ts";
import { resumeLines, resumeOrder } from "./resume-lines.ts";
import { countInFlight, listDecisionsForProvider, listDecisionsOfOrder } from "./routing-repository.ts";
import { submitLine } from "./submit-line.ts";
import type {
  AttemptView,
  Baseline,
  DeskReport,
  FollowUp,
  FollowUpKind,
  PlacementRef,
  ProviderAttempt,
  RoutingDecision,
  RoutingReplay,
} from "./views.ts";

/** Lines of paid orders on their way through suppliers. Commands take the caller's transaction, queries any scope. */
export interface Fulfillment {
  /**
   * The reading before the start is done, or will not come: `awaiting_baseline` → `ready`, and the submit is enqueued.
   * Of several releases the first counts.
   */
  release(tx: Tx, lineId: string, input: { readonly baseline: Baseline }): Promise<void>;
  /** The line, for modules above; null when its order was never paid. */
  findLine(scope: Scope, lineId: string): Promise<FulfillmentLine | null>;
  /** The lines of an order, for modules above. */
  listLines(scope: Scope, orderId: string): Promise<FulfillmentLine[]>;
  /** Every submit of an order, oldest first. Throws `auth.forbidden` but for staff. */
  listAttempts(scope: Scope, actor: Actor, orderId: string): Promise<AttemptView[]>;
  /** A supplier's newest submits, at most thirty. Throws `auth.forbidden` but for staff, as the next four. */
  listAttemptsOfProvider(scope: Scope, actor: Actor, providerId: string): Promise<ProviderAttempt[]>;
  /** What suppliers have under way, by id. */
  countInFlight(scope: Scope, actor: Actor, providerIds: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Why an order's lines went where they went, oldest first. */
  listDecisions(scope: Scope, actor: Actor, orderId: string): Promise<RoutingDecision[]>;
  /** The newest choices of a supplier, at most thirty. */
  listDecisionsForProvider(scope: Scope, actor: Actor, providerId: string): Promise<RoutingDecision[]>;
  /** Makes a kept choice again from what was kept. Throws `routing.decision-not-found`. */
  replayDecision(scope: Scope, actor: Actor, decisionId: string): Promise<RoutingReplay>;
  /** Sends a failed line again. Throws `order.not-found`, `auth.forbidden`, `fulfillment.line-refused`. */
  replay(tx: Tx, actor: Actor, lineId: string, replay?: Replay): Promise<FulfillmentLine>;
  /** Asks the supplier to stop; the line is canceled once it confirms. A line no supplier has is canceled at once. */
  requestCancel(tx: Tx, actor: Actor, lineId: string, reason?: string | null): Promise<void>;
  /** Enqueues the submits of an order's waiting lines again; `occasion` tells one time from the next. */
  submitReady(tx: Tx, orderId: string, occasion: string): Promise<void>;
  /** Asks a finished line's supplier for what is missing: calls the outside, so no transaction may be open. */
  askMakeGood(scope: Scope, request: MakeGoodRequest): Promise<RefillOutcome>;
  /** The supplier took a make-good on; `fulfillment.make-good-ended` tells when it is done. */
  recordMakeGood(
    tx: Tx,
    lineId: string,
    taken: { readonly report: SupplierReport | null; readonly reference: string },
  ): Promise<void>;
  /** Has a line's supplier asked out of turn; `occasion` names it once. */
  askSupplier(tx: Tx, lineId: string, occasion: string): Promise<void>;
  /** The placements a line's supplier names, each address once. */
  listPlacements(scope: Scope, lineId: string): Promise<PlacementRef[]>;
  /** Which of a finished line's placements are gone: counted anew, they no longer count, whatever its supplier says. */
  countPlacements(tx: Tx, lineId: string, goneAddresses: readonly string[]): Promise<void>;
  /** Asks for a person's look at a line, once per open trouble of a kind. */
  flag(tx: Tx, lineId: string, kind: FollowUpKind, detail: string): Promise<void>;
  /** Submits at the manual desk that wait for a person, oldest first. Throws `auth.forbidden` but for staff. */
  listDesk(scope: Scope, actor: Actor): Promise<AttemptView[]>;
  /** Records what a person at the manual desk did. Throws `attempt.not-found`, `auth.forbidden`. */
  reportDesk(tx: Tx, actor: Actor, report: DeskReport): Promise<void>;
  /** Open follow-ups, newest first. Throws `auth.forbidden` but for staff. */
  listFollowUps(scope: Scope, actor: Actor): Promise<FollowUp[]>;
  resolveFollowUp(tx: Tx, actor: Actor, followUpId: string): Promise<void>;
  /**
   * Verifies and stores a supplier's webhook once, and enqueues its work. Throws `provider.not-found` and
   * `webhook.signature-invalid`; then nothing was stored.
   */
  receiveWebhook(
    scope: Scope,
    providerId: string,
    headers: Readonly<Record<string, string>>,
    rawBody: Uint8Array,
  ): Promise<void>;
  readonly jobs: readonly JobHandler[];
  readonly subscriptions: readonly Subscription[];
}

export function createFulfillment(deps: FulfillmentDeps): Fulfillment {
  return {
    release: (tx, lineId, input) => releaseLine(deps, tx, lineId, input.baseline),
    findLine: (scope, lineId) => findLineRow(scope, lineId, { lock: false }),
    listLines: listLinesOfOrder,
    replay: (tx, actor, lineId, replay) => allow(actor, "replay", () => replayLine(deps, tx, actor, lineId, replay)),
    requestCancel: (tx, actor, lineId, reason) =>
      allow(actor, "cancel", () => requestCancel(deps, tx, actor, lineId, reason)),
    submitReady: resumeOrder,
    askMakeGood: (scope, request) => askMakeGood(deps, scope, request),
    recordMakeGood: (tx, lineId, taken) => recordMakeGood(deps, tx, lineId, taken),
    askSupplier,
    listPlacements,
    countPlacements: (tx, lineId, goneAddresses) => countPlacements(deps, tx, lineId, goneAddresses),
    flag: (tx, lineId, kind, detail) => flagLine(deps, tx, lineId, kind, detail),
    reportDesk: (tx, actor, report) => allow(actor, "work-desk", () => reportDesk(deps, tx, report)),
    resolveFollowUp: (tx, actor, id) =>
      allow(actor, "resolve-follow-up", () => updateFollowUpResolved(tx, id, deps.clock.now())),
    receiveWebhook: (scope, providerId, headers, rawBody) => receiveWebhook(deps, scope, providerId, headers, rawBody),
    ...queries(deps),
    jobs: jobsOf(deps),
    subscriptions: subscriptionsOf(deps),
  };
}

async function allow<R>(actor: Actor, action: FulfillmentAction, work: () => Promise<R>): Promise<R> {
  if (!mayOnFulfillment[action](actor)) throw fulfillmentForbidden(action);
  return work();
}

type Queries =
  | "listAttempts"
  | "listAttemptsOfProvider"
  | "countInFlight"
  | "listDecisions"
  | "listDecisionsForProvider"
  | "replayDecision"
  | "listDesk"
  | "listFollowUps";

function queries(deps: FulfillmentDeps): Pick<Fulfillment, Queries> {
  const see = <R>(actor: Actor, work: () => Promise<R>) => allow(actor, "see", work);
  return {
    listAttempts: (scope, actor, orderId) => see(actor, () => listAttempts(deps, scope, orderId)),
    listAttemptsOfProvider: (scope, actor, id) => see(actor, () => listAttemptsOfProvider(scope, id, newestMax)),
    countInFlight: (scope, actor, ids) => see(actor, () => countInFlight(scope, ids)),
    listDecisions: (scope, actor, orderId) => see(actor, () => listDecisionsOfOrder(scope, orderId)),
    listDecisionsForProvider: (scope, actor, id) => see(actor, () => listDecisionsForProvider(scope, id, newestMax)),
    replayDecision: (scope, actor, id) => see(actor, () => replayDecision(scope, id)),
    listDesk: (scope, actor) => see(actor, () => listDesk(deps, scope)),
    listFollowUps: (scope, actor) => see(actor, () => listOpenFollowUps(scope)),
  };
}

/** Newest entries shown of a supplier. */
const newestMax = 30;

function jobsOf(deps: FulfillmentDeps): readonly JobHandler[] {
  return [
    handleLocal(releaseLineJob, (tx, { lineId }) =>
      releaseLine(deps, tx, lineId, { missing: "the reading did not come in time" }),
    ),
    handleExternal(submitLineJob, (run, { lineId }) => submitLine(deps, run, lineId)),
    handleExternal(reconcileAttemptJob, (run, payload) => reconcileAttempt(deps, run, payload)),
    handleExternal(pollLineJob, (run, payload) => pollLine(deps, run, payload)),
    handleExternal(cancelOrderJob, (run, payload) => cancelSupplierOrder(deps, run, payload)),
    handleLocal(checkPaceJob, (tx, { lineId }) => checkPace(deps, tx, lineId)),
    handleLocal(applyWebhookJob, (tx, payload) => applyWebhook(deps, tx, payload)),
    handleLocal(resumeLinesJob, (tx, payload) => resumeLines(tx, payload)),
  ];
}

function subscriptionsOf(deps: FulfillmentDeps): readonly Subscription[] {
  return [
    subscribe(orderPaid, "fulfillment.create-lines", (tx, event) => createLines(deps, tx, event.payload.orderId)),
    subscribe(orderResumed, "fulfillment.resume-order", (tx, event) =>
      resumeOrder(tx, event.payload.orderId, event.id),
    ),
    subscribe(providerResumed, "fulfillment.resume-lines-of-provider", (tx, event) =>
      resumeLines(tx, { occasion: `${event.payload.providerId} ${event.payload.version}`, afterId: null }),
    ),
    subscribe(providerToppedUp, "fulfillment.resume-lines-for-credit", (tx, event) =>
      resumeLines(tx, { occasion: event.id, afterId: null }),
    ),
    subscribe(orderCanceled, "fulfillment.cancel-lines", (tx, event) => cancelLines(deps, tx, event.payload.orderId)),
  ];
}
