import type { Currency } from "@smplat/contracts/vocabulary";

/** A payment as the processor sees it right now. */
export interface ProcessorIntent {
  readonly id: string;
  readonly status: "requires_action" | "processing" | "succeeded" | "failed" | "canceled";
  /** Our payment's id, as we sent it along. */
  readonly paymentId: string | null;
  readonly amountMinor: number;
  readonly receivedMinor: number;
  readonly currency: string;
  readonly nextActionUrl: string | null;
  readonly failure: { readonly code: string; readonly message: string } | null;
}

export interface ProcessorRefund {
  readonly id: string;
  readonly status: "pending" | "succeeded" | "failed";
  readonly refundId: string | null;
  readonly failure: string | null;
}

/** A verified message of the processor, reduced to what we act on. */
export type ProcessorMessage = { readonly eventId: string; readonly type: string } & (
  | { readonly kind: "intent"; readonly intent: ProcessorIntent }
  | { readonly kind: "refund"; readonly refund: ProcessorRefund }
  | {
      readonly kind: "dispute";
      readonly disputeId: string;
      readonly intentId: string;
      readonly reason: string;
      /** ISO instant of wall time; null when the bank sets none. */
      readonly evidenceDueAt: string | null;
      readonly status: "open" | "won" | "lost";
      readonly amountMinor: number;
    }
  | { readonly kind: "other" }
);

/** What the processor tells of a card before it is charged. */
export interface PaymentCard {
  /** The same for the same card number, whoever enters it; null when the processor gives none. */
  readonly fingerprint: string | null;
  /** Where it was issued, ISO 3166-1, two letters. */
  readonly country: string | null;
}

export interface ChargeRequest {
  readonly paymentId: string;
  readonly orderId: string;
  readonly amountMinor: number;
  readonly currency: Currency;
  readonly paymentMethodId: string;
  readonly returnUrl: string | null;
  /** Has the card's holder prove themselves (3-D Secure), whatever the processor thinks of the card. */
  readonly authenticationDemanded: boolean;
}

/**
 * The card processor. Every call that creates something takes our id as its key: made twice it happens once. Throws
 * `payment.processor-unavailable` when there is no answer, which never means that nothing happened, and
 * `payment.method-unknown` for a payment method that isn't there.
 */
export interface PaymentProcessor {
  readonly name: string;
  /** Creates and confirms in one go; a declined card is an answer with status `failed`. */
  charge(request: ChargeRequest): Promise<ProcessorIntent>;
  /** Null when there is no such card, or no answer in good time: nothing may depend on it alone. */
  readCard(paymentMethodId: string): Promise<PaymentCard | null>;
  read(intentId: string): Promise<ProcessorIntent>;
  /** Cancels, or answers with what it is when it can't be canceled any more. */
  cancel(intentId: string): Promise<ProcessorIntent>;
  refund(request: { refundId: string; intentId: string; amountMinor: number }): Promise<ProcessorRefund>;
  /** Reads a webhook from its exact bytes. Throws `webhook.signature-invalid`. */
  verify(rawBody: Uint8Array, signature: string | null): ProcessorMessage;
}
