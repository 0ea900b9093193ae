import type { Database } from "#infrastructure/database";
import type { JobHandler, JobMonitor } from "#infrastructure/jobs";

/** One thing that is needed to serve. `degraded` still serves; `failed` doesn't. */
export interface ReadinessCheck {
  readonly name: string;
  readonly status: "ok" | "degraded" | "failed";
  readonly detail: string;
  readonly ageSeconds: number | null;
}

const queueSlowS = 60;
const queueStuckS = 600;

/** Looks at the database, the queue, and the age of each recurring job. Never throws. */
export async function checkReadiness(deps: {
  readonly database: Database;
  readonly jobMonitor: JobMonitor;
  readonly handlers: readonly JobHandler[];
}): Promise<readonly ReadinessCheck[]> {
  try {
    await deps.database.pool.query("select 1");
  } catch {
    return [{ name: "database", status: "failed", detail: "The database does not answer", ageSeconds: null }];
  }
  const [queueAge, heartbeats] = await Promise.all([deps.jobMonitor.oldestReadyAgeS(), deps.jobMonitor.heartbeats()]);
  const recurring = deps.handlers.filter(({ job }) => job.cron !== undefined);
  return [
    { name: "database", status: "ok", detail: "answers", ageSeconds: null },
    queueCheck(queueAge),
    ...recurring.map(({ job }) => {
      const beat = heartbeats.find((entry) => entry.job === job.id);
      if (beat === undefined)
        return { name: job.id, status: "ok", detail: "has not run yet", ageSeconds: null } as const;
      const { failedAt, finishedAt } = beat;
      const failed = failedAt !== null && (finishedAt === null || failedAt > finishedAt);
      const ageSeconds = finishedAt === null ? null : Math.round((Date.now() - finishedAt.getTime()) / 1000);
      return {
        name: job.id,
        status: failed ? "degraded" : "ok",
        detail: failed ? "failed last" : "ran",
        ageSeconds,
      } as const;
    }),
  ];
}

function queueCheck(ageS: number): ReadinessCheck {
  const status = ageS > queueStuckS ? "failed" : ageS > queueSlowS ? "degraded" : "ok";
  const detail = ageS === 0 ? "nothing waits" : `the oldest due job waits ${Math.round(ageS)} s`;
  return { name: "queue", status, detail, ageSeconds: Math.round(ageS) };
}
