import { z } from "zod";
import { defineJob } from "#infrastructure/jobs";

/** Reads a channel before its line starts. Makes itself again until it works or the line's deadline is near. */
export const readBaselineJob = defineJob({
  id: "delivery-proof.read-baseline",
  lane: "sources",
  payload: z.object({ lineId: z.string(), attempt: z.int().min(0) }),
});

/** Reads a channel while work for it runs, or after. `intervalMs` is the business time since the last reading. */
export const takeSnapshotJob = defineJob({
  id: "delivery-proof.take-snapshot",
  lane: "sources",
  payload: z.object({
    lineId: z.string(),
    phase: z.enum(["during", "after"]),
    step: z.int().min(0),
    attempt: z.int().min(0),
    dueAt: z.coerce.date(),
    intervalMs: z.number(),
  }),
});
export type TakeSnapshot = z.infer<typeof takeSnapshotJob.payload>;
