import { z } from "zod";
import { defineJob } from "#infrastructure/jobs";
import { receiptCauses } from "./receipt.ts";

/** Signs what is known of a line, if that changed. */
export const issueReceiptJob = defineJob({
  id: "receipts.issue-receipt",
  lane: "local",
  payload: z.object({
    orderId: z.string(),
    lineId: z.string(),
    cause: z.enum(receiptCauses),
    key: z.nullable(z.string()),
  }),
});

/** Publishes the tree of the last day. Each receipt asks for it at its day's end; the cron is for days nobody asked. */
export const publishRootJob = defineJob({
  id: "receipts.publish-root",
  lane: "local",
  payload: z.object({}),
  cron: "7 * * * *",
});
