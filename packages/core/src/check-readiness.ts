import type { ReadinessReason } from "@smplat/contracts/vocabulary";
import type { Database } from "#infrastructure/database";
import { cronPeriodS, type Heartbeat, type JobHandler, type JobMonitor } from "#infrastructure/jobs";
import type { StorageProbes } from "#infrastructure/storage";
import { hours } from "#kernel/clock";

/** One thing that is needed to serve. `degraded` still serves; `failed` doesn't. */
export interface ReadinessCheck {
  readonly name: string;
  readonly kind: "component" | "job";
  readonly status: "ok" | "degraded" | "failed";
  readonly reason: ReadinessReason;
  /** The same for whoever reads logs and alerts, with figures. */
  readonly detail: string;
  /** Since it last worked, in seconds of wall time; null when it never did or that means nothing. */
  readonly ageSeconds: number | null;
  /** Wall time. */
  readonly lastSuccessAt: Date | null;
  /** Whether it should have worked since. */
  readonly overdue: boolean;
}

const queueSlowS = 60;
const queueStuckS = 600;
const probeMaxAgeMs = hours(48);
/** A recurring job may miss one run, and be this much late for the next. */
const graceS = 600;

interface ReadinessDeps {
  readonly database: Database;
  readonly jobMonitor: JobMonitor;
  readonly handlers: readonly JobHandler[];
  readonly storageProbes: StorageProbes;
  /** When this process began, in wall milliseconds: what never ran is not overdue before its time. */
  readonly startedAtMs: number;
}

/** Looks at the database, the queue, the storage's last probe, and the age of each job. Never throws. */
export async function checkReadiness(deps: ReadinessDeps): Promise<readonly ReadinessCheck[]> {
  try {
    await deps.database.pool.query("select 1");
  } catch {
    return [component("database", "failed", "silent", "does not answer")];
  }
  const [queueAge, heartbeats, waiting, storage] = await Promise.all([
    deps.jobMonitor.oldestReadyAgeS(),
    deps.jobMonitor.heartbeats(),
    deps.jobMonitor.waitingLongerThan(queueStuckS),
    storageCheck(deps.storageProbes),
  ]);
  const beats = new Map(heartbeats.map((beat) => [beat.job, beat]));
  const jobs = deps.handlers.map((handler) =>
    jobCheck(handler, beats.get(handler.job.id), { waiting, startedAtMs: deps.startedAtMs }),
  );
  jobs.sort((a, b) => (a.name < b.name ? -1 : 1));
  return [component("database", "ok", "answers", "answers"), queueCheck(queueAge), storage, ...jobs];
}

const ageS = (at: Date): number => Math.max(0, Math.round((Date.now() - at.getTime()) / 1000));

const component = (
  name: string,
  status: ReadinessCheck["status"],
  reason: ReadinessReason,
  detail: string,
  { ageSeconds = null, lastSuccessAt = null, overdue = false }: Partial<ReadinessCheck> = {},
): ReadinessCheck => ({ name, kind: "component", status, reason, detail, ageSeconds, lastSuccessAt, overdue });

function queueCheck(age: number): ReadinessCheck {
  const status = age > queueStuckS ? "failed" : age > queueSlowS ? "degraded" : "ok";
  const detail = age === 0 ? "nothing waits" : `the oldest due job waits ${Math.round(age)} s`;
  return component("queue", status, age === 0 ? "idle" : "waits", detail, {
    ageSeconds: Math.round(age),
    overdue: age > queueStuckS,
  });
}

/** A storage in trouble delays papers and proofs; the shop goes on, so it is never more than degraded. */
async function storageCheck(probes: StorageProbes): Promise<ReadinessCheck> {
  const ended = (await probes.list(10)).filter((probe) => probe.finishedAt !== null);
  const good = ended.find((probe) => probe.status === "ok")?.finishedAt ?? null;
  const [last] = ended;
  const facts = { lastSuccessAt: good, ageSeconds: good === null ? null : ageS(good) };
  if (last === undefined)
    return component("storage", "degraded", "never-probed", "was never probed", { ...facts, overdue: true });
  if (last.status === "failed") {
    return component("storage", "degraded", "probe-failed", `failed its last probe: ${last.detail}`, facts);
  }
  const overdue = good !== null && Date.now() - good.getTime() > probeMaxAgeMs;
  return component("storage", overdue ? "degraded" : "ok", overdue ? "probe-old" : "probed", last.detail, {
    ...facts,
    overdue,
  });
}

/** A recurring job is overdue by its schedule, any other when one that is due waits too long. */
function jobCheck(
  { job }: JobHandler,
  beat: Heartbeat | undefined,
  { waiting, startedAtMs }: { readonly waiting: ReadonlyMap<string, number>; readonly startedAtMs: number },
): ReadinessCheck {
  const lastSuccessAt = beat?.finishedAt ?? null;
  const failedAt = beat?.failedAt ?? null;
  const failed = failedAt !== null && (lastSuccessAt === null || failedAt > lastSuccessAt);
  const waits = waiting.get(job.id);
  const since = (Date.now() - (lastSuccessAt?.getTime() ?? startedAtMs)) / 1000;
  const missed = job.cron !== undefined && since > 2 * cronPeriodS(job.cron) + graceS;
  const overdue = waits !== undefined || missed;
  const reason = jobReason({ failed, waits: waits !== undefined, missed, ran: lastSuccessAt !== null });
  const detail = waits === undefined ? jobDetails[reason] : `${jobDetails[reason]}, for ${Math.round(waits)} s`;
  return {
    ...{ name: job.id, kind: "job", status: failed || overdue ? "degraded" : "ok", reason, detail, overdue },
    ...{ lastSuccessAt, ageSeconds: lastSuccessAt === null ? null : ageS(lastSuccessAt) },
  };
}

const jobDetails = {
  "failed-last": "failed last",
  waits: "one that is due waits",
  missed: "should have run",
  ran: "ran",
  "never-ran": "has not run yet",
} as const satisfies Partial<Record<ReadinessReason, string>>;

function jobReason(of: { failed: boolean; waits: boolean; missed: boolean; ran: boolean }): keyof typeof jobDetails {
  if (of.failed) return "failed-last";
  if (of.waits) return "waits";
  if (of.missed) return "missed";
  return of.ran ? "ran" : "never-ran";
}
