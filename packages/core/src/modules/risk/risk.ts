import type { Database, Scope, Tx } from "#infrastructure/database";
import type { Subscription } from "#infrastructure/events";
import { handleLocal, type JobHandler } from "#infrastructure/jobs";
import type { Actor } from "#kernel/actor";
import type { Clock } from "#kernel/clock";
import type { Page } from "#kernel/page";
import type { Orders } from "#modules/orders";
import type { Payments } from "#modules/payments";
import type { SocialAccounts } from "#modules/social-accounts";
import { assessAttempt, type CheckoutAttempt, recordAssessment, recordRefusal } from "./assess-attempt.ts";
import type { Assessment } from "./assessment.ts";
import { addListEntry, type NewListEntry, removeListEntry } from "./edit-lists.ts";
import { forget } from "./forget.ts";
import { createKeyMaker } from "./identity-keys.ts";
import type { ListEntry } from "./list-entry.ts";
import { listAssessments, listEntries, type ReviewItem, type ReviewQuery } from "./list-reviews.ts";
import { outcomeSubscriptions } from "./record-outcome.ts";
import { type ReviewInput, reviewOrder } from "./review-order.ts";
import { forgetJob, forgetMoreJob } from "./risk-jobs.ts";
import { type Enforcement, getEnforcement, setEnforcement } from "./set-enforcement.ts";

/** Whether an attempt to buy is honest, as far as can be told, and what people make of it. */
export interface Risk {
  /** Judges an attempt before its order is placed. See {@link assessAttempt}. */
  assess(scope: Scope, attempt: CheckoutAttempt): Promise<Assessment>;
  /** In the transaction that places the order. */
  record(tx: Tx, assessment: Assessment, orderId: string): Promise<void>;
  /** Keeps that an attempt was refused, after its transaction was rolled back. */
  recordRefusal(tx: Tx, attempt: CheckoutAttempt, assessment: Assessment): Promise<void>;
  /** Assessments that waited for a person, were refused, or all that were kept; newest first. */
  list(scope: Scope, actor: Actor, query: ReviewQuery): Promise<Page<ReviewItem>>;
  /** See {@link reviewOrder} for its errors. Opens its own transactions. */
  review(actor: Actor, input: ReviewInput): Promise<Assessment>;
  /** Throws `risk.entry-invalid`, `risk.not-found`. */
  addListEntry(scope: Scope, actor: Actor, input: NewListEntry): Promise<ListEntry>;
  /** Throws `risk.not-found`. */
  removeListEntry(scope: Scope, actor: Actor, input: { entryId: string; reason: string }): Promise<void>;
  listEntries(
    scope: Scope,
    actor: Actor,
    query: { cursor?: string | undefined; limit?: number | undefined },
  ): Promise<Page<ListEntry>>;
  /** The share of carts on which decisions have an effect; for the rest they are only written down. */
  enforcement(scope: Scope, actor: Actor): Promise<Enforcement>;
  /** Throws `risk.version-conflict`. */
  setEnforcement(scope: Scope, actor: Actor, input: Enforcement & { reason: string }): Promise<Enforcement>;
  readonly jobs: readonly JobHandler[];
  readonly subscriptions: readonly Subscription[];
}

export interface RiskModuleDeps {
  readonly clock: Clock;
  readonly database: Database;
  readonly orders: Orders;
  readonly payments: Payments;
  readonly socialAccounts: SocialAccounts;
  /** Makes the keys: without it they can't be recomputed from an address or a card. */
  readonly keySecret: string;
}

export function createRisk(given: RiskModuleDeps): Risk {
  const deps = { ...given, keyMaker: createKeyMaker(given.keySecret) };
  return {
    assess: (scope, attempt) => assessAttempt(deps, scope, attempt),
    record: recordAssessment,
    recordRefusal: (tx, attempt, assessment) => recordRefusal(deps, tx, attempt, assessment),
    list: (scope, actor, query) => listAssessments(deps, scope, actor, query),
    review: (actor, input) => reviewOrder(deps, actor, input),
    addListEntry: (scope, actor, input) => addListEntry(deps, scope, actor, input),
    removeListEntry: (scope, actor, input) => removeListEntry(deps, scope, actor, input),
    listEntries,
    enforcement: getEnforcement,
    setEnforcement: (scope, actor, input) => setEnforcement(deps, scope, actor, input),
    jobs: [
      handleLocal(forgetJob, (tx) => forget(deps, tx, 1)),
      handleLocal(forgetMoreJob, (tx, payload) => forget(deps, tx, payload.part)),
    ],
    subscriptions: outcomeSubscriptions(deps),
  };
}
