import { z } from "zod";
import { defineJob } from "#infrastructure/jobs";

/**
 * Looks at the pages that are due, many at a time. Whoever plans a look also has this run at its time; every minute it
 * runs by itself, for looks planned by a transaction that committed late.
 */
export const checkPagesJob = defineJob({
  id: "liveness.check-pages",
  lane: "sources",
  payload: z.object({}),
  cron: "* * * * *",
});

/** Has a line counted anew after a page of its went down or came back. */
export const countLineJob = defineJob({
  id: "liveness.count-line",
  lane: "local",
  payload: z.object({ lineId: z.string() }),
});
