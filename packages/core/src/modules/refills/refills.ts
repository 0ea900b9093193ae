import type { Scope, Tx } from "#infrastructure/database";
import { type Subscription, subscribe } from "#infrastructure/events";
import { handleExternal, handleLocal, type JobHandler } from "#infrastructure/jobs";
import type { Actor } from "#kernel/actor";
import type { Page } from "#kernel/page";
import { lineCompleted, makeGoodEnded } from "#modules/fulfillment";
import { orderStateChanged } from "#modules/orders";
import { approveRefill, declineRefill } from "./decide-refill.ts";
import { followRefill } from "./follow-refill.ts";
import { listRefills, type RefillQuery } from "./list-refills.ts";
import { type LineRefills, listStanding } from "./list-standing.ts";
import { closeOfOrder, reactToCount, reactToMakeGood } from "./react-to-line.ts";
import type { Refill } from "./refill.ts";
import type { RefillDeps } from "./refill-deps.ts";
import { refillForbidden } from "./refill-errors.ts";
import { followRefillJob, submitRefillJob } from "./refill-jobs.ts";
import { mayOnRefills, type RefillAction } from "./refill-policy.ts";
import { type RefillRequest, requestRefill } from "./request-refill.ts";
import { submitRefill } from "./submit-refill.ts";

/** Make-goods of lines that fell below their threshold. Commands take the caller's transaction, queries any scope. */
export interface Refills {
  /** Throws `order.not-found`, `refill.not-eligible`, `refill.already-open`, `auth.forbidden`. */
  request(tx: Tx, actor: Actor, request: RefillRequest): Promise<Refill>;
  /** Agrees and has the supplier asked. See {@link approveRefill} for its refusals. */
  approve(tx: Tx, actor: Actor, refillId: string): Promise<Refill>;
  /** Says no, with the reason the buyer is told. Throws `refill.not-found`, `refill.transition-refused`. */
  decline(tx: Tx, actor: Actor, refillId: string, reason: string): Promise<Refill>;
  /** Each line's claim and its refills. Throws `order.not-found`. */
  listStanding(scope: Scope, actor: Actor, orderId: string): Promise<LineRefills[]>;
  /** Everybody's, newest first. Throws `auth.forbidden` but for staff. */
  list(scope: Scope, actor: Actor, query: RefillQuery): Promise<Page<Refill>>;
  readonly jobs: readonly JobHandler[];
  readonly subscriptions: readonly Subscription[];
}

export function createRefills(deps: RefillDeps): Refills {
  return {
    request: (tx, actor, request) => allow(actor, "request", () => requestRefill(deps, tx, actor, request)),
    approve: (tx, actor, refillId) => allow(actor, "approve", () => approveRefill(deps, tx, actor, refillId)),
    decline: (tx, actor, refillId, reason) =>
      allow(actor, "decline", () => declineRefill(deps, tx, actor, refillId, reason)),
    listStanding: (scope, actor, orderId) => listStanding(deps, scope, actor, orderId),
    list: (scope, actor, query) => allow(actor, "see-all", () => listRefills(scope, query)),
    jobs: [
      handleExternal(submitRefillJob, (run, payload) => submitRefill(deps, run, payload)),
      handleLocal(followRefillJob, (tx, payload) => followRefill(deps, tx, payload)),
    ],
    subscriptions: [
      subscribe(lineCompleted, "refills.react-to-count", (tx, { payload }) => reactToCount(deps, tx, payload)),
      subscribe(makeGoodEnded, "refills.react-to-make-good", (tx, { payload }) => reactToMakeGood(deps, tx, payload)),
      subscribe(
        orderStateChanged,
        "refills.close-of-order",
        (tx, { payload }) => closeOfOrder(deps, tx, payload.orderId),
        ({ to }) => to === "refunded",
      ),
    ],
  };
}

async function allow<R>(actor: Actor, action: RefillAction, work: () => Promise<R>): Promise<R> {
  if (!mayOnRefills[action](actor)) throw refillForbidden(action);
  return work();
}
