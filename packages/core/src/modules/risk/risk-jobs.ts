import { z } from "zod";
import { defineJob } from "#infrastructure/jobs";

/** Forgets what the retention time is over for. */
export const forgetJob = defineJob({ id: "risk.forget", lane: "local", payload: z.object({}), cron: "41 3 * * *" });

/** The rest of a large {@link forgetJob}, a bounded part at a time. */
export const forgetMoreJob = defineJob({
  id: "risk.forget-more",
  lane: "local",
  payload: z.object({ part: z.int().min(1) }),
});
