import type { Currency, PaymentState } from "@smplat/contracts/vocabulary";

/** One attempt to pay an order. */
export interface Payment {
  readonly id: string;
  readonly orderId: string;
  readonly state: PaymentState;
  readonly processorId: string | null;
  readonly paymentMethodId: string;
  readonly returnUrl: string | null;
  /** Whether the processor is asked to have the card's holder prove themselves. */
  readonly authenticationDemanded: boolean;
  readonly currency: Currency;
  readonly amountMinor: number;
  readonly authorizedMinor: number;
  readonly capturedMinor: number;
  /** The part of what was captured that pays the order. */
  readonly appliedMinor: number;
  readonly refundedMinor: number;
  readonly reservedMinor: number;
  readonly lostMinor: number;
  readonly failureCode: string | null;
  readonly failureMessage: string | null;
  readonly nextActionUrl: string | null;
  readonly reviewReason: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export interface RefundLine {
  readonly lineId: string;
  readonly amountMinor: number;
}

export interface Refund {
  readonly id: string;
  readonly paymentId: string;
  readonly orderId: string;
  readonly requestKey: string;
  readonly state: "requested" | "submitted" | "succeeded" | "failed";
  readonly amountMinor: number;
  readonly currency: Currency;
  readonly lines: readonly RefundLine[];
  readonly reason: string;
  /** Whether it returns money of the order; false for captures that fitted none. */
  readonly applied: boolean;
  readonly processorId: string | null;
  readonly failure: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** The buyer's bank took the money back for as long as it looks into it. */
export interface Dispute {
  readonly id: string;
  readonly paymentId: string;
  readonly orderId: string;
  readonly processorId: string;
  readonly state: "open" | "won" | "lost";
  readonly amountMinor: number;
  /** What was booked as lost; less than the amount when a part had gone back before. */
  readonly lostMinor: number;
  readonly currency: Currency;
  /** The bank's word, e.g. `fraudulent`. */
  readonly reason: string;
  /** Until when the bank takes evidence; business time, as the order's. */
  readonly evidenceDueAt: Date | null;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
}

/** States from which nothing more happens to an attempt. */
export const settledStates: ReadonlySet<PaymentState> = new Set(["succeeded", "failed", "canceled"]);
