import { z } from "zod";
import { defineJob } from "#infrastructure/jobs";

/** Looks whose address a wish for a new password names. Enqueued for every address alike, with or without an account. */
export const findResetOwnerJob = defineJob({
  id: "customers.find-reset-owner",
  lane: "local",
  payload: z.object({ requestId: z.string() }),
});

/** Announces accounts whose sign-up was cut off between its two transactions. */
export const announceSignUpsJob = defineJob({
  id: "customers.announce-sign-ups",
  lane: "local",
  payload: z.object({}),
  cron: "*/5 * * * *",
});

/** Removes sessions, links and counters that are over. */
export const purgeExpiredJob = defineJob({
  id: "customers.purge-expired",
  lane: "local",
  payload: z.object({}),
  cron: "17 3 * * *",
});
