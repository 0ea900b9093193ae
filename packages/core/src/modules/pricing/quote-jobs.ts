import { z } from "zod";
import { defineJob } from "#infrastructure/jobs";

/** Deletes quotes nobody used. Runs every hour, and again at once while there is a backlog. */
export const purgeQuotesJob = defineJob({
  id: "pricing.purge-quotes",
  lane: "local",
  payload: z.object({ round: z.int().optional() }),
  cron: "17 * * * *",
});
