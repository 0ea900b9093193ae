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

/** Applies one message of the inbox. It calls nobody, but people wait for it, which is what this lane is kept free for. */
export const applyProcessorEventJob = defineJob({
  id: "payments.apply-processor-event",
  lane: "payments",
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
