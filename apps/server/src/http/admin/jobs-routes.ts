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
      decided: overview.decided.map((letter) => ({
        id: letter.id,
        job: letter.job,
        error: letter.error,
        failedAt: letter.failedAt.toISOString(),
        decision: letter.decision,
        reason: letter.reason,
        decidedBy: { kind: letter.decidedBy.kind, id: letter.decidedBy.id },
        decidedAt: letter.decidedAt.toISOString(),
      })),
    };
  },
  retry: async ({ actor, params, body }) => {
    await core.jobMonitor.decide(actor, { deadLetterId: params.jobId, decision: "retried", reason: body.reason });
    return undefined;
  },
  discard: async ({ actor, params, body }) => {
    await core.jobMonitor.decide(actor, { deadLetterId: params.jobId, decision: "discarded", reason: body.reason });
    return undefined;
  },
});
