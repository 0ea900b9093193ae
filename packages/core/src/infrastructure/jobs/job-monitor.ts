import type pg from "pg";
import type { Database } from "#infrastructure/database";
import type { Actor } from "#kernel/actor";
import {
  type DecidedDeadLetter,
  type DecisionInput,
  decideDeadLetter,
  listDecidedDeadLetters,
} from "./decide-dead-letter.ts";
import { type JobHandler, type Lane, lanes } from "./job.ts";
import { deadLetterQueue, type JobData, type Queue } from "./queue.ts";

export interface LaneDepth {
  readonly lane: string;
  readonly ready: number;
  readonly deferred: number;
  readonly active: number;
  readonly failed: number;
}
export interface JobActivity extends LaneDepth {
  readonly job: string;
  readonly lastCompletedAt: Date | null;
  readonly lastFailedAt: Date | null;
}
export interface DeadLetter {
  readonly id: string;
  readonly job: string;
  readonly lane: string;
  readonly failedAt: Date;
  readonly attempts: number;
  readonly error: string;
  /** The payload as JSON. */
  readonly payload: string;
}
export interface JobOverview {
  readonly lanes: readonly LaneDepth[];
  readonly jobs: readonly JobActivity[];
  readonly failed: readonly DeadLetter[];
  readonly decided: readonly DecidedDeadLetter[];
}

/** When a kind of job last ran, to about ten seconds for kinds that run all the time. */
export interface Heartbeat {
  readonly job: string;
  readonly finishedAt: Date | null;
  readonly failedAt: Date | null;
}

export interface JobMonitor {
  /**
   * Depth, last runs of the past day, the dead letters, newest first, at most 100, and what was decided about earlier
   * ones, at most 50.
   */
  overview(): Promise<JobOverview>;
  /** Runs a dead letter again from the start, or never, and keeps who decided it and why. Throws `job.not-found`. */
  decide(actor: Actor, input: DecisionInput): Promise<void>;
  heartbeats(): Promise<readonly Heartbeat[]>;
  /** Age in seconds of the oldest job that is due and waits; 0 when none does. */
  oldestReadyAgeS(): Promise<number>;
  /** Seconds the oldest due job waits, for each kind of which one waits longer than that. */
  waitingLongerThan(seconds: number): Promise<ReadonlyMap<string, number>>;
}

export function createJobMonitor(options: {
  readonly database: Database;
  readonly queue: Queue;
  readonly handlers: readonly JobHandler[];
}): JobMonitor {
  const { pool } = options.database;
  return {
    overview: async () => {
      const [activity, failed, decided] = await Promise.all([
        readActivity(pool),
        readDeadLetters(pool),
        listDecidedDeadLetters(pool),
      ]);
      const laneOf = new Map(options.handlers.map(({ job }) => [job.id, job.lane]));
      const jobs = options.handlers
        .map(({ job }) => activity.find((entry) => entry.job === job.id) ?? quiet(job.id, job.lane))
        .map((entry) => ({ ...entry, failed: failed.filter((letter) => letter.job === entry.job).length }))
        .sort((a, b) => (a.job < b.job ? -1 : 1));
      return {
        lanes: lanes.map((lane) => sumLane(lane, jobs)),
        jobs,
        failed: failed.map((letter) => ({ ...letter, lane: laneOf.get(letter.job) ?? letter.lane })),
        decided,
      };
    },
    decide: (actor, input) => decideDeadLetter(options, actor, input),
    heartbeats: async () => {
      const rows = await pool.query<{ job: string; finished_at: Date | null; failed_at: Date | null }>(
        "select job, finished_at, failed_at from job_heartbeats order by job",
      );
      return rows.rows.map((row) => ({ job: row.job, finishedAt: row.finished_at, failedAt: row.failed_at }));
    },
    oldestReadyAgeS: async () => {
      const rows = await pool.query<{ age: number | null }>(
        `select extract(epoch from now() - min(start_after))::float8 as age from pgboss.job
         where name = any($1) and state in ('created', 'retry') and start_after <= now()`,
        [lanes],
      );
      return Math.max(0, rows.rows[0]?.age ?? 0);
    },
    waitingLongerThan: (seconds) => readWaiting(pool, seconds),
  };
}

/** Looks at a bounded number of the oldest: a jam of any size costs the same. */
async function readWaiting(pool: pg.Pool, seconds: number): Promise<ReadonlyMap<string, number>> {
  const { rows } = await pool.query<{ job: string; age: number }>(
    `select data ->> 'job' as job, extract(epoch from now() - min(start_after))::float8 as age from (
       select data, start_after from pgboss.job
       where name = any($1) and state in ('created', 'retry') and start_after < now() - make_interval(secs => $2)
       order by start_after limit 1000
     ) oldest group by 1`,
    [lanes, seconds],
  );
  return new Map(rows.map(({ job, age }) => [job, age]));
}

async function readActivity(pool: pg.Pool): Promise<Omit<JobActivity, "failed">[]> {
  const rows = await pool.query<{
    job: string;
    lane: string;
    ready: number;
    deferred: number;
    active: number;
    last_completed: Date | null;
    last_failed: Date | null;
  }>(
    `select data ->> 'job' as job, name as lane,
       count(*) filter (where state in ('created', 'retry') and start_after <= now())::int as ready,
       count(*) filter (where state in ('created', 'retry') and start_after > now())::int as deferred,
       count(*) filter (where state = 'active')::int as active,
       max(completed_on) filter (where state = 'completed') as last_completed,
       max(completed_on) filter (where state = 'failed') as last_failed
     from pgboss.job
     where name = any($1) and (state < 'completed' or completed_on > now() - interval '1 day')
     group by 1, 2`,
    [lanes],
  );
  return rows.rows.map(({ last_completed: lastCompletedAt, last_failed: lastFailedAt, ...row }) => ({
    ...row,
    lastCompletedAt,
    lastFailedAt,
  }));
}

async function readDeadLetters(pool: pg.Pool): Promise<DeadLetter[]> {
  const rows = await pool.query<{
    id: string;
    data: JobData;
    source_name: string | null;
    created_on: Date;
    source_retry_count: number | null;
    source_output: { message?: string } | null;
  }>(
    `select id, data, source_name, created_on, source_retry_count, source_output from pgboss.job
     where name = $1 and state in ('created', 'retry') order by created_on desc limit 100`,
    [deadLetterQueue],
  );
  return rows.rows.map((row) => ({
    id: row.id,
    job: row.data.job,
    lane: row.source_name ?? "local",
    failedAt: row.created_on,
    attempts: (row.source_retry_count ?? 0) + 1,
    error: row.source_output?.message ?? "No reason was recorded",
    payload: JSON.stringify(row.data.payload),
  }));
}

const quiet = (job: string, lane: Lane) => ({
  job,
  lane,
  ready: 0,
  deferred: 0,
  active: 0,
  lastCompletedAt: null,
  lastFailedAt: null,
});

function sumLane(lane: Lane, jobs: readonly JobActivity[]): LaneDepth {
  const mine = jobs.filter((job) => job.lane === lane);
  const sum = (pick: (job: JobActivity) => number) => mine.reduce((total, job) => total + pick(job), 0);
  return {
    lane,
    ready: sum((job) => job.ready),
    deferred: sum((job) => job.deferred),
    active: sum((job) => job.active),
    failed: sum((job) => job.failed),
  };
}
