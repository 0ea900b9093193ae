import { z } from "zod";
import { defineJob, handleLocal, type JobHandler } from "#infrastructure/jobs";
import type { Idempotency } from "./idempotency.ts";

const pruneKeysJob = defineJob({
  id: "idempotency.prune-keys",
  lane: "local",
  payload: z.object({}),
  cron: "17 * * * *",
});
const batch = 1_000;

/** Deletes keys whose time is over, a batch an hour and more while there is more. */
export const idempotencyJobs = (idempotency: Idempotency): readonly JobHandler[] => [
  handleLocal(pruneKeysJob, async (tx) => {
    if ((await idempotency.prune(batch)) === batch) tx.enqueue(pruneKeysJob, {});
  }),
];
