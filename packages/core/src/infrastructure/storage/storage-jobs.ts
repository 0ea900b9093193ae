import { z } from "zod";
import { defineJob, handleExternal, type JobHandler } from "#infrastructure/jobs";

/** Probes the storage once a day, and when the shop starts. */
export const probeStorageJob = defineJob({
  id: "storage.probe",
  lane: "storage",
  payload: z.object({}),
  cron: "41 4 * * *",
  retryLimit: 2,
});

export const storageJobs = (probes: { readonly run: () => Promise<unknown> }): readonly JobHandler[] => [
  handleExternal(probeStorageJob, async () => {
    await probes.run();
  }),
];
