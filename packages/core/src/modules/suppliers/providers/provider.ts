/** How far a supplier says it is. */
export const supplierStatuses = ["accepted", "running", "completed", "short", "canceled"] as const;
export type SupplierStatus = (typeof supplierStatuses)[number];

/** A piece of evidence as a supplier hands it over. `units` are the supplier's. */
export interface SupplierEvidence {
  readonly kind: "ad_report" | "placement" | "asset" | "hours" | "audit";
  readonly title: string;
  readonly url: string | null;
  readonly units: number;
  /** ISO instant of business time. */
  readonly reportedAt: string;
}

/** What a supplier is asked for. */
export interface SupplierOrder {
  /** Ours, used once: the idempotency key, and what the supplier is asked for when an answer got lost. */
  readonly reference: string;
  /** The supplier's own code. */
  readonly service: string;
  readonly quantity: number;
  readonly platform: string;
  readonly handle: string;
  /** The shopper's answers, one per line. */
  readonly fields: string;
  /** Business hours the delivery may take. */
  readonly hours: number;
}

/** An order as a supplier shows it. Units are the supplier's. */
export interface SupplierReport {
  readonly externalId: string;
  readonly reference: string | null;
  readonly status: SupplierStatus;
  readonly delivered: number;
  readonly evidence: readonly SupplierEvidence[];
  /** What the supplier says it costs, minor units; null when it does not say. */
  readonly cost: { readonly amountMinor: number; readonly currency: string } | null;
}

/** What kind of trouble an answer, or its absence, is. `credit`: ours there does not cover it, nothing was taken. */
export const errorClasses = ["transient", "quota", "credit", "auth", "permanent", "absent", "ambiguous"] as const;
export type ErrorClass = (typeof errorClasses)[number];

export interface SupplierError {
  readonly class: ErrorClass;
  /** For operators; never shown to a customer. */
  readonly reason: string;
  /** When the supplier wants to be asked again at the earliest. */
  readonly retryAfterMs: number | null;
}

/** `not_sent` is proven: repeating can't order twice. Anything in doubt is `ambiguous`. */
export type SubmitOutcome =
  | { readonly kind: "accepted"; readonly report: SupplierReport }
  | {
      readonly kind: "not_sent";
      readonly reason: string;
      readonly retryAfterMs: number | null;
      /** What has to come before it is worth another try. */
      readonly waitsFor?: "credit";
    }
  | { readonly kind: "refused"; readonly reason: string }
  | { readonly kind: "ambiguous"; readonly reason: string };

/** `found` may hold several orders: a supplier without idempotency can have made two. Oldest first. */
export type FindOutcome =
  | { readonly kind: "found"; readonly reports: readonly [SupplierReport, ...SupplierReport[]] }
  | { readonly kind: "absent" }
  | { readonly kind: "unknown"; readonly reason: string; readonly retryAfterMs: number | null };

/** `refused`: the supplier goes on with the order. */
export type CancelOutcome =
  | { readonly kind: "canceled" }
  | { readonly kind: "refused"; readonly reason: string }
  | { readonly kind: "unknown"; readonly reason: string; readonly retryAfterMs: number | null };

export type RefillOutcome =
  | { readonly kind: "accepted"; readonly report: SupplierReport | null }
  | { readonly kind: "refused"; readonly reason: string }
  | { readonly kind: "unknown"; readonly reason: string; readonly retryAfterMs: number | null };

export type BalanceOutcome =
  | { readonly kind: "known"; readonly amountMinor: number; readonly currency: string }
  | { readonly kind: "unknown"; readonly reason: string };

/** What a supplier would charge by its own price list now, minor units, and how much it takes at once. */
export type QuoteOutcome =
  | {
      readonly kind: "quoted";
      readonly amountMinor: number;
      readonly currency: string;
      readonly minimum: number | null;
      readonly maximum: number | null;
    }
  | { readonly kind: "refused"; readonly reason: string }
  | { readonly kind: "unknown"; readonly reason: string };

/** What a webhook says, after its signature was checked. */
export interface WebhookReading {
  /** The supplier's id of the event; made from the bytes when it gives none. */
  readonly eventId: string;
  /** When the supplier says it was so, business time; null when it does not say. */
  readonly at: Date | null;
  /** Null for an event that is about no order. */
  readonly report: SupplierReport | null;
}

/**
 * What an adapter promises. What it does not promise it answers with `refused` or `unknown`, without calling anybody.
 */
export interface ProviderCapabilities {
  /** Repeating a submit under one reference makes one order. Without it, a lost answer is looked up first. */
  readonly idempotentSubmit: boolean;
  /** It tells what it would charge: `quote` may answer `quoted`. Without it our own cost model is all there is. */
  readonly quote: boolean;
  /** An order that is not finished can be stopped. */
  readonly cancel: boolean;
  /** A finished order can be asked for more units. */
  readonly refill: boolean;
  /** It tells what is left of our credit. */
  readonly balance: boolean;
  /** It tells of progress by itself, signed. */
  readonly webhook: boolean;
  /** Whether asking for progress makes sense; false where people report it. */
  readonly poll: boolean;
  /** How long after a submit the supplier may still deny an order it has, wall milliseconds. */
  readonly settleMs: number;
}

/**
 * A supplier, whatever it speaks. Methods never throw for what the supplier or the network does: every outcome is
 * typed. None may be called inside a transaction.
 */
export interface Provider {
  readonly capabilities: ProviderCapabilities;
  /** By the supplier's own list. Promises nothing: what counts is what the accepted order says. */
  quote(service: string, quantity: number): Promise<QuoteOutcome>;
  submit(order: SupplierOrder): Promise<SubmitOutcome>;
  /** An order by the supplier's id. */
  status(externalId: string): Promise<FindOutcome>;
  /** Orders under our reference: the way back from an ambiguous submit. */
  find(reference: string): Promise<FindOutcome>;
  cancel(externalId: string): Promise<CancelOutcome>;
  /** Asks for more units on an order that came short. `reference` is ours, used once: the idempotency key. */
  requestRefill(externalId: string, quantity: number, reference: string): Promise<RefillOutcome>;
  balance(): Promise<BalanceOutcome>;
  /** Constant time over the raw bytes; `now` is wall time. */
  verifyWebhook(headers: Readonly<Record<string, string>>, rawBody: Uint8Array, now: Date): boolean;
  /** Null when the bytes hold nothing this supplier would send. */
  readWebhook(headers: Readonly<Record<string, string>>, rawBody: Uint8Array): WebhookReading | null;
  /** What an HTTP answer or a failed call means. */
  classifyError(failure: ProviderFailure): SupplierError;
}

/** An answer that is not a success, or none at all. */
export type ProviderFailure =
  | {
      readonly kind: "answer";
      readonly status: number;
      readonly body: unknown;
      readonly headers: Readonly<Record<string, string>>;
    }
  | { readonly kind: "unreadable"; readonly status: number; readonly why: string }
  | { readonly kind: "no-answer"; readonly maybeSent: boolean; readonly why: string };
