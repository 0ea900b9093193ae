import { z } from "zod";
import { defineEvent } from "#infrastructure/events";

const PageRef = z.object({ orderId: z.string(), lineId: z.string(), address: z.string() });

/** A placement was found gone often enough to count no more, gone since `since` at the latest (business time). */
export const pageDown = defineEvent("liveness.page-down", PageRef.extend({ since: z.coerce.date() }));

/** A placement that was down is there again, and counts. */
export const pageBack = defineEvent("liveness.page-back", PageRef);
