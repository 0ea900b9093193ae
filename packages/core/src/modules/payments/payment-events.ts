import { z } from "zod";
import { defineEvent } from "#infrastructure/events";

const PaymentRef = z.object({ paymentId: z.string(), orderId: z.string(), amountMinor: z.int(), currency: z.string() });

/** The full amount was captured and pays its order. In one transaction with `order.paid`. */
export const paymentSucceeded = defineEvent("payment.succeeded", PaymentRef);

/** An attempt ended without money: declined, or canceled by the deadline. */
export const paymentFailed = defineEvent("payment.failed", PaymentRef.extend({ failureCode: z.nullable(z.string()) }));

/** Money was captured that fits no order; it goes back in full and a person should know. */
export const paymentUnapplied = defineEvent("payment.unapplied", PaymentRef.extend({ why: z.string() }));

const RefundRef = PaymentRef.extend({ refundId: z.string(), reason: z.string() });

/** Money was set aside to go back; the processor is asked next. */
export const refundRequested = defineEvent("refund.requested", RefundRef);

/** The processor did not return the money; it is no longer set aside. */
export const refundFailed = defineEvent("refund.failed", RefundRef.extend({ why: z.nullable(z.string()) }));

const DisputeRef = PaymentRef.extend({ disputeId: z.string(), reason: z.string() });

/** The buyer's bank took the money back until it has decided. */
export const disputeOpened = defineEvent("dispute.opened", DisputeRef);

/** The bank has decided. `lostMinor` is what was booked as lost. */
export const disputeClosed = defineEvent(
  "dispute.closed",
  DisputeRef.extend({ outcome: z.enum(["won", "lost"]), lostMinor: z.int() }),
);

const RefundPart = z.object({ lineId: z.string(), amountMinor: z.int(), taxMinor: z.int() });

/** Money went back to the customer. `parts` is whose money, with the tax in it; empty when it paid for no order. */
export const refundSucceeded = defineEvent(
  "refund.succeeded",
  RefundRef.extend({ parts: z.array(RefundPart).default([]) }),
);
