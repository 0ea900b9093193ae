import { z } from "zod";
import { defineJob } from "#infrastructure/jobs";

/** Completes an attempt whose request died between two lines: asks the processor again with the same key. */
export const settlePaymentJob = defineJob({
  id: "payments.settle-payment",
  lane: "payments",
  payload: z.object({ paymentId: z.string() }),
});

/** The 30-minute deadline of an order that waits for its money. */
export const expireOrderJob = defineJob({
  id: "payments.expire-order",
  lane: "payments",
  payload: z.object({ orderId: z.string() }),
  retryLimit: 20,
  retryDelaySeconds: 15,
});

/** Applies one message of the inbox. */
export const applyProcessorEventJob = defineJob({
  id: "payments.apply-processor-event",
  lane: "local",
  payload: z.object({ eventId: z.string() }),
});

/** Sends a requested refund to the processor. */
export const submitRefundJob = defineJob({
  id: "payments.submit-refund",
  lane: "payments",
  payload: z.object({ refundId: z.string() }),
  retryLimit: 20,
  retryDelaySeconds: 5,
});
