export type Metadata = Record<string, string>;

/** What a payment method does when it is charged, after Stripe's documented test methods. */
export type CardBehavior =
  | "succeeds"
  | "declined"
  | "insufficient_funds"
  | "expired_card"
  | "authentication_required"
  | "disputed"
  | "bank_debit"
  | "refund_fails"
  | "refund_pending";

export interface PaymentMethod {
  id: string;
  behavior: CardBehavior;
  type: "card" | "us_bank_account";
  brand: string;
  last4: string;
  expMonth: number;
  expYear: number;
  name: string | null;
  /** Tells cards apart that were typed as the same test number; absent in states from before. */
  wallet?: string | null;
  created: number;
  /** A method without a customer may be charged once. */
  consumed: boolean;
}

export type IntentStatus =
  | "requires_payment_method"
  | "requires_confirmation"
  | "requires_action"
  | "processing"
  | "succeeded"
  | "canceled";

/** What Stripe says about a failed payment, in its words. */
export interface CardFailure {
  type: "card_error" | "invalid_request_error";
  code: string;
  decline_code?: string;
  message: string;
}

export interface PaymentIntent {
  id: string;
  amount: number;
  amountReceived: number;
  currency: string;
  status: IntentStatus;
  clientSecret: string;
  /** Unix seconds, wall clock. */
  created: number;
  canceledAt: number | null;
  cancellationReason: string | null;
  description: string | null;
  receiptEmail: string | null;
  metadata: Metadata;
  automatic: { enabled: boolean; allowRedirects: "always" | "never" } | null;
  paymentMethodTypes: string[];
  paymentMethod: string | null;
  latestCharge: string | null;
  lastError: (CardFailure & { charge?: string; paymentMethod?: string }) | null;
  returnUrl: string | null;
  /** Milliseconds, wall clock, at which a bank debit settles. */
  settlesAt: number | null;
  /** Absent: the card decides. */
  threeDSecure?: "any" | "challenge";
}

export interface Charge {
  id: string;
  intent: string;
  paymentMethod: string;
  amount: number;
  amountRefunded: number;
  currency: string;
  status: "succeeded" | "failed" | "pending";
  failure: CardFailure | null;
  dispute: string | null;
  metadata: Metadata;
  created: number;
}

export interface Refund {
  id: string;
  charge: string;
  intent: string;
  amount: number;
  currency: string;
  status: "pending" | "succeeded" | "failed";
  reason: string | null;
  failureReason: string | null;
  metadata: Metadata;
  created: number;
  /** Milliseconds, wall clock, at which the status moves on its own. */
  settlesAt: number | null;
}

export interface Dispute {
  id: string;
  charge: string;
  intent: string;
  amount: number;
  currency: string;
  status: "needs_response" | "won" | "lost";
  created: number;
}

export interface CardEvent {
  id: string;
  type: string;
  created: number;
  /** The whole event as JSON: text takes a fraction of the memory of the objects in it. */
  body: string;
}

/** The first answer to a keyed request. */
export interface SavedAnswer {
  fingerprint: string;
  status: number;
  body: string;
  requestId: string;
  /** Milliseconds, wall clock. */
  savedAt: number;
}

export interface CardControl {
  mode: "normal" | "timeout-after-success" | "down" | "webhook-first";
  /** How long an unanswered request is kept open before the connection is cut. */
  hangMs: number;
}

export interface CardState {
  control: CardControl;
  methods: Record<string, PaymentMethod>;
  intents: Record<string, PaymentIntent>;
  charges: Record<string, Charge>;
  refunds: Record<string, Refund>;
  disputes: Record<string, Dispute>;
  events: CardEvent[];
  idempotency: Record<string, SavedAnswer>;
  /** Ids of intents and refunds whose `settlesAt` lies ahead. */
  settling: string[];
}

/** A processor that has seen nothing. */
export function emptyCardState(): CardState {
  return {
    control: { mode: "normal", hangMs: 30_000 },
    methods: {},
    intents: {},
    charges: {},
    refunds: {},
    disputes: {},
    events: [],
    idempotency: {},
    settling: [],
  };
}
