import type { Currency } from "@smplat/contracts/vocabulary";
import type { Scope, Tx } from "#infrastructure/database";
import type { Subscription } from "#infrastructure/events";
import type { JobHandler } from "#infrastructure/jobs";
import type { Actor } from "#kernel/actor";
import type { LineEvidence } from "#modules/orders";
import type { Attempt, SupplierStatus } from "./attempt.ts";
import type { FulfillmentLine } from "./line.ts";
import type { BalanceOutcome } from "./providers/provider.ts";

/** What became of the reading before the start. */
export type Baseline = { readonly snapshotId: string } | { readonly missing: string };

/** A submit as staff sees it. */
export interface AttemptView extends Attempt {
  readonly providerName: string;
}

export const providerStates = ["active", "paused", "retired"] as const;
export type ProviderState = (typeof providerStates)[number];
export const providerKinds = ["http", "manual"] as const;
export type ProviderKind = (typeof providerKinds)[number];

/** A supplier as staff sees it: never its secrets, only which of them are set. */
export interface ProviderView {
  readonly id: string;
  readonly name: string;
  readonly kind: ProviderKind;
  readonly state: ProviderState;
  readonly currency: Currency;
  readonly config: unknown;
  readonly secretNames: readonly string[];
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** Something a person has to look at. */
export interface FollowUp {
  readonly id: string;
  readonly orderId: string;
  readonly lineId: string;
  readonly attemptId: string | null;
  readonly kind: FollowUpKind;
  readonly detail: string;
  readonly createdAt: Date;
  readonly resolvedAt: Date | null;
}
export const followUpKinds = [
  "no-service",
  "submit-given-up",
  "supplier-refused",
  "supplier-canceled",
  "supplier-silent",
  "late-acceptance",
  "duplicate-order",
  "cancel-refused",
] as const;
export type FollowUpKind = (typeof followUpKinds)[number];

/** What an operator at the manual desk reports of a line. */
export interface DeskReport {
  readonly attemptId: string;
  readonly status: SupplierStatus;
  readonly deliveredUnits: number;
  readonly evidence: readonly LineEvidence[];
}

/** Lines of paid orders on their way through suppliers. Commands take the caller's transaction, queries any scope. */
export interface Fulfillment {
  /**
   * The reading before the start is done, or will not come: `awaiting_baseline` → `ready`, and the submit is enqueued.
   * Of several releases the first counts.
   */
  release(tx: Tx, lineId: string, input: { readonly baseline: Baseline }): Promise<void>;
  /** The line, for modules above; null when its order was never paid. */
  findLine(scope: Scope, lineId: string): Promise<FulfillmentLine | null>;
  /** Every submit of an order, oldest first. Throws `auth.forbidden` but for staff. */
  listAttempts(scope: Scope, actor: Actor, orderId: string): Promise<AttemptView[]>;
  /** Sends a failed line again. Throws `order.not-found`, `auth.forbidden`, `fulfillment.line-refused`. */
  replay(tx: Tx, actor: Actor, lineId: string): Promise<FulfillmentLine>;
  /** Asks the supplier to stop; the line is canceled once it confirms. A line no supplier has is canceled at once. */
  requestCancel(tx: Tx, actor: Actor, lineId: string): Promise<void>;
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
  /** Throws `auth.forbidden` but for staff. */
  listProviders(scope: Scope, actor: Actor): Promise<ProviderView[]>;
  /** Adds or changes a supplier. Throws `auth.forbidden` but for admins, `provider.configuration-invalid`. */
  saveProvider(tx: Tx, actor: Actor, draft: ProviderDraft): Promise<ProviderView>;
  /** Pauses, retires or takes back a supplier; a pause holds every later submit, running work goes on. */
  setProviderState(tx: Tx, actor: Actor, providerId: string, state: ProviderState): Promise<ProviderView>;
  /** Adds or changes something a supplier does. */
  saveService(tx: Tx, actor: Actor, draft: ServiceDraft): Promise<void>;
  /** Says which service serves a product or a service key of the catalogue, lowest priority number first. */
  mapService(tx: Tx, actor: Actor, draft: ServiceMapping): Promise<void>;
  /** Asks a supplier what is left of our credit: calls the outside, so no transaction may be open. */
  balance(scope: Scope, actor: Actor, providerId: string): Promise<BalanceOutcome>;
  readonly jobs: readonly JobHandler[];
  readonly subscriptions: readonly Subscription[];
}

export interface ProviderDraft {
  /** Absent for a new supplier. A seed may bring its own. */
  readonly id?: string;
  readonly name: string;
  readonly kind: ProviderKind;
  readonly state: ProviderState;
  readonly currency: Currency;
  /** Validated by the adapter of its kind. */
  readonly config: unknown;
  /** By name, as the configuration refers to them; absent keeps what is stored. */
  readonly secrets?: Readonly<Record<string, string>>;
}

export interface ServiceDraft {
  readonly providerId: string;
  readonly service: string;
  readonly cost: unknown;
  readonly currency: Currency;
}

export interface ServiceMapping {
  /** A product's id, or a service key of the catalogue. */
  readonly target: { readonly productId: string } | { readonly serviceKey: string };
  readonly providerId: string;
  readonly service: string;
  readonly unitsPerItem: number;
  readonly priority: number;
}
