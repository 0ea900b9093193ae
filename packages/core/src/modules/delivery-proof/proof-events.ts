import { proofLabels } from "@smplat/contracts/vocabulary";
import { z } from "zod";
import { defineEvent } from "#infrastructure/events";

const LineRef = z.object({ orderId: z.string(), lineId: z.string() });

/** The reading before the start was taken, or it is certain that there will be none. */
export const baselineSettled = defineEvent(
  "delivery-proof.baseline-settled",
  LineRef.extend({ snapshotId: z.nullable(z.string()), missing: z.nullable(z.string()) }),
);

/** What may be said about a line changed. */
export const lineAssessed = defineEvent("delivery-proof.line-assessed", LineRef.extend({ label: z.enum(proofLabels) }));

/** Staff asked for a reading beyond the schedule. Who, is in the event's envelope. */
export const readingRequested = defineEvent("delivery-proof.reading-requested", LineRef.extend({ reason: z.string() }));
