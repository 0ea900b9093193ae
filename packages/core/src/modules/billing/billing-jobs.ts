import { z } from "zod";
import { defineJob } from "#infrastructure/jobs";

/** Writes the receipt of a delivered order, a while after the delivery so that the last reading is in. */
export const issueReceiptJob = defineJob({
  id: "billing.issue-receipt",
  lane: "local",
  payload: z.object({ orderId: z.string() }),
});

/** Makes the files of a paper and stores them. Patient: a storage may be down for hours. */
export const storePaperJob = defineJob({
  id: "billing.store-paper",
  lane: "storage",
  payload: z.object({ paperId: z.string() }),
  retryLimit: 60,
  retryDelaySeconds: 2,
});
