import type { adminJobs } from "@smplat/contracts";
import type { Core } from "@smplat/core";
import type { Handlers } from "../handler.ts";

export const adminJobRoutes = (core: Core): Handlers<typeof adminJobs> => ({
  overview: async () => {
    const overview = await core.jobMonitor.overview();
    return {
      lanes: overview.lanes.map((lane) => ({ ...lane })),
      jobs: overview.jobs.map((job) => ({
        ...job,
        lastCompletedAt: job.lastCompletedAt?.toISOString() ?? null,
        lastFailedAt: job.lastFailedAt?.toISOString() ?? null,
      })),
      failed: overview.failed.map((job) => ({ ...job, failedAt: job.failedAt.toISOString() })),
    };
  },
  retry: async ({ params }) => {
    await core.jobMonitor.retry(params.jobId);
    return undefined;
  },
});
