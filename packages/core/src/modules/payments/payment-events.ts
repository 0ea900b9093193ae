import { z } from "zod";
import { defineEvent } from "#infrastructure/events";

const PaymentRef = z.object({ paymentId: z.string(), orderId: z.string(), amountMinor: z.int(), currency: z.string() });

/** The full amount was captured and pays its order. In one transaction with `order.paid`. */
export const paymentSucceeded = defineEvent("payment.succeeded", PaymentRef);

/** An attempt ended without money: declined, or canceled by the deadline. */
export const paymentFailed = defineEvent("payment.failed", PaymentRef.extend({ failureCode: z.nullable(z.string()) }));

/** Money was captured that fits no order; it goes back in full and a person should know. */
export const paymentUnapplied = defineEvent("payment.unapplied", PaymentRef.extend({ why: z.string() }));

/** Money went back to the customer. */
export const refundSucceeded = defineEvent(
  "refund.succeeded",
  PaymentRef.extend({ refundId: z.string(), reason: z.string() }),
);
