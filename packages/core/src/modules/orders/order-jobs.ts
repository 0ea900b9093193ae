import { z } from "zod";
import { defineJob } from "#infrastructure/jobs";

/** Closes a delivered order once the guarantee of every line is over. Enqueued with each delivery, keyed by its end. */
export const closeOrderJob = defineJob({
  id: "orders.close-order",
  lane: "local",
  payload: z.object({ orderId: z.string() }),
});
