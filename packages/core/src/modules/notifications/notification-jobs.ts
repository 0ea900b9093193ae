import { z } from "zod";
import { defineJob } from "#infrastructure/jobs";

/** Writes one mail and hands it to the mail server. Patient: a mail server may be down for hours. */
export const sendMailJob = defineJob({
  id: "notifications.send-mail",
  lane: "mail",
  payload: z.object({ sendId: z.string() }),
  retryLimit: 60,
  retryDelaySeconds: 5,
});
