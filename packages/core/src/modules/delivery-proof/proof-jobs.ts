import { z } from "zod";
import { defineJob } from "#infrastructure/jobs";

/** Reads a channel before its line starts. Makes itself again until it works or the line's deadline is near. */
export const readBaselineJob = defineJob({
  id: "delivery-proof.read-baseline",
  lane: "sources",
  payload: z.object({ lineId: z.string(), attempt: z.int().min(0) }),
});

/** Takes one reading of the plan, during the work or after. */
export const takeSnapshotJob = defineJob({
  id: "delivery-proof.take-snapshot",
  lane: "sources",
  payload: z.object({
    lineId: z.string(),
    phase: z.enum(["during", "after", "asked"]),
    step: z.int().min(0),
  }),
});

/**
 * Gives due readings to the queue. Whoever plans a reading also has this run at its time; every minute it runs by
 * itself, for readings planned by a transaction that committed late.
 */
export const handOutReadingsJob = defineJob({
  id: "delivery-proof.hand-out-readings",
  lane: "local",
  payload: z.object({}),
  cron: "* * * * *",
});
