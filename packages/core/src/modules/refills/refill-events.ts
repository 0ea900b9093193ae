import { z } from "zod";
import { defineEvent } from "#infrastructure/events";
import { refillOrigins } from "./refill.ts";

const RefillRef = z.object({
  orderId: z.string(),
  lineId: z.string(),
  refillId: z.string(),
  origin: z.enum(refillOrigins),
  units: z.int(),
});
const Reasoned = RefillRef.extend({ reason: z.nullable(z.string()) });

/** A make-good was asked for; a person decides. */
export const refillRequested = defineEvent("refill.requested", RefillRef);

/** It was agreed to; the supplier is asked next. */
export const refillApproved = defineEvent("refill.approved", RefillRef);

/** It will not be done; the reason is told to the buyer. */
export const refillDeclined = defineEvent("refill.declined", Reasoned);

/** The supplier took it on. */
export const refillSubmitted = defineEvent("refill.submitted", RefillRef);

/** The line is what was ordered again. */
export const refillCompleted = defineEvent("refill.completed", RefillRef);

/** The supplier would not or could not; a person decides how the buyer is made whole. */
export const refillFailed = defineEvent("refill.failed", Reasoned);
