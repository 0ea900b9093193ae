import { createHash } from "node:crypto";
import type { Kysely } from "kysely";
import { type Clock as BossClock, type Db, type JobInsert, PgBoss } from "pg-boss";
import { z } from "zod";
import type { Database, PendingJob } from "#infrastructure/database";
import { currentContext, type Logger } from "#infrastructure/logger";
import type { Clock } from "#kernel/clock";
import { formatUuid, newUuid } from "#kernel/id";
import { type Job, type Lane, lanes } from "./job.ts";
import { planRecurring } from "./plan-recurring.ts";
import { createQueueTime, type QueueTime } from "./queue-time.ts";

/** What a queued job carries: its kind, what it is told, and the thread of the request that caused it. */
export interface JobData {
  readonly job: string;
  readonly payload: unknown;
  readonly correlationId: string;
}

/** A job held by a runner; `attempt` fences it: a later attempt makes an earlier one powerless. */
export interface ClaimedJob {
  readonly id: string;
  readonly lane: Lane;
  readonly attempt: number;
  readonly data: JobData;
}

export interface Queue {
  readonly boss: PgBoss;
  start(): Promise<void>;
  stop(): Promise<void>;
  insert(connection: Kysely<unknown>, jobs: readonly PendingJob[]): Promise<void>;
  /**
   * Plans the recurring jobs among these by their cron, by the database's clock; how many they are. A tick makes one job
   * however many schedulers there are. Ticks that nobody was there for, because everything was down or the clock leapt
   * ahead, come to one job, made as soon as somebody is. A clock that is set back repeats no tick: the next one is the
   * first it had not reached.
   */
  plan(jobs: readonly Job<unknown>[]): Promise<number>;
  claim(lane: Lane, count: number): Promise<ClaimedJob[]>;
  /** Completes in the caller's transaction. False when another attempt holds the job by now. */
  complete(connection: Kysely<unknown>, job: ClaimedJob): Promise<boolean>;
  /** Ends an attempt: another one follows while there are any, unless `isFinal` leaves none. */
  fail(job: ClaimedJob, error: unknown, how?: { readonly isFinal: boolean }): Promise<void>;
  /** Keeps the lease of jobs that run long. */
  heartbeat(job: ClaimedJob): Promise<void>;
  /** Moves every waiting job with a clock that jumps: `byMs` nearer. For tests. */
  retime(change: { readonly byMs: number }): Promise<void>;
  /** For seeds, whose clock is moved by hand. */
  readonly time: Pick<QueueTime, "park" | "release" | "resume">;
  /** Takes a job out of the dead letters in the caller's transaction; null when it is not there. */
  takeDeadLetter(connection: Kysely<unknown>, id: string): Promise<{ lane: Lane; data: JobData } | null>;
}

export const deadLetterQueue = "dead-letter";
const dayS = 86_400;

/** Creates the queue's schema and one queue per lane. Part of every migration run. */
export async function prepareQueues(connectionString: string): Promise<void> {
  const boss = new PgBoss({ connectionString, max: 2, supervise: false, schedule: false });
  boss.on("error", () => undefined);
  await boss.start();
  try {
    await boss.createQueue(deadLetterQueue, { retentionSeconds: 365 * dayS });
    for (const lane of lanes) {
      await boss.createQueue(lane, {
        deadLetter: deadLetterQueue,
        retryLimit: 8,
        retryDelay: 2,
        retryBackoff: true,
        retryDelayMax: 600,
        expireInSeconds: 300,
        heartbeatSeconds: 30,
        retentionSeconds: 400 * dayS,
        deleteAfterSeconds: 7 * dayS,
      });
    }
  } finally {
    await boss.stop({ graceful: false });
  }
}

export interface QueueOptions {
  readonly database: Pick<Database, "send">;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Whether this process looks after the queue: dead workers, cron, clean-up. One process of a shop is enough. */
  readonly supervise: boolean;
  /** Time and timers of the library; the machine's unless a test moves them. */
  readonly time?: BossClock;
}

/** pg-boss over our own pool, so that a job's row and the rows it is about commit together. */
export function createQueue(options: QueueOptions): Queue {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => options.database.send(text, values ?? []) },
    migrate: false,
    createSchema: false,
    supervise: options.supervise,
    schedule: options.supervise,
    superviseIntervalSeconds: 15,
    monitorIntervalSeconds: 15,
    ...(options.time === undefined ? {} : { clock: options.time }),
  });
  boss.on("error", (error) => options.logger.warn({ err: error }, "the job queue could not be reached"));
  const time = createQueueTime(options.database, options.clock);
  return {
    boss,
    start: async () => {
      await boss.start();
    },
    stop: () => boss.stop({ graceful: false, close: false }),
    insert: async (connection, jobs) => {
      const db = adapt(connection);
      for (const lane of lanes) {
        const mine = jobs.filter((entry) => entry.job.lane === lane);
        if (mine.length > 0) await boss.insert(lane, rowsOf(mine, options.clock, time), { db });
      }
    },
    plan: (jobs) => planRecurring(boss, jobs),
    claim: async (lane, count) => {
      const jobs = await boss.fetch<JobData>(lane, { batchSize: count });
      return jobs.map((job) => ({ id: job.id, lane, attempt: job.retryCount, data: job.data }));
    },
    complete: async (connection, job) => {
      const response = await boss.complete(job.lane, attemptOf(job), {}, { db: adapt(connection) });
      return Affected.parse(response).affected > 0;
    },
    fail: async (job, error, { isFinal } = { isFinal: false }) => {
      if (isFinal) {
        await options.database.send(
          `update pgboss.job set retry_limit = retry_count
           where name = $1 and id = $2 and state = 'active' and retry_count = $3`,
          [job.lane, job.id, job.attempt],
        );
      }
      await boss.fail(job.lane, attemptOf(job), { message: messageOf(error) });
    },
    heartbeat: async (job) => {
      await boss.touch(job.lane, attemptOf(job));
    },
    retime: async ({ byMs }) => {
      await options.database.send(
        `update pgboss.job set start_after = start_after - make_interval(secs => $1)
         where name = any($2) and state in ('created', 'retry')`,
        [byMs / 1_000, lanes],
      );
    },
    time,
    takeDeadLetter: async (connection, id) => {
      const db = adapt(connection);
      const [letter] = await boss.findJobs<JobData>(deadLetterQueue, { id, queued: true, db });
      if (letter === undefined) return null;
      const taken = Affected.parse(await boss.complete(deadLetterQueue, id, {}, { db, includeQueued: true }));
      if (taken.affected === 0) return null;
      return { lane: lanes.find((lane) => lane === letter.sourceName) ?? "local", data: letter.data };
    },
  };
}

/** The library answers with the count of rows it touched but does not declare it. */
const Affected = z.object({ affected: z.number() });

const attemptOf = (job: ClaimedJob) => ({ id: job.id, retryCount: job.attempt });

function rowsOf(jobs: readonly PendingJob[], clock: Clock, time: QueueTime): JobInsert[] {
  const rows = new Map<string, JobInsert>();
  for (const { job, payload, options } of jobs) {
    const id = options.key === undefined ? newUuid() : idOfKey(`${job.id} ${options.key}`);
    const data: JobData = { job: job.id, payload, correlationId: currentContext()?.correlationId ?? newUuid() };
    const due = options.runAtWall ?? (options.runAt === undefined ? undefined : clock.wallAt(options.runAt));
    const startAfter = due === undefined ? undefined : time.startAfter(due);
    rows.set(id, {
      id,
      data,
      retryLimit: job.retryLimit,
      retryDelay: job.retryDelaySeconds,
      retryBackoff: true,
      ...(startAfter === undefined ? {} : { startAfter }),
    });
  }
  return [...rows.values()];
}

/** A UUID that depends on the key alone: a second insert with it meets the first one's row. */
export function idOfKey(key: string): string {
  const bytes = new Uint8Array(createHash("sha256").update(key).digest().subarray(0, 16));
  bytes[6] = 0x80 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  return formatUuid(bytes);
}

function adapt(connection: Kysely<unknown>): Db {
  const plain = connection.withoutPlugins();
  return {
    executeSql: async (text, values) => {
      const result = await plain.executeQuery({
        sql: text,
        parameters: values ?? [],
        query: { kind: "RawNode", sqlFragments: [text], parameters: [] },
        queryId: { queryId: "queue" },
      });
      return { rows: [...result.rows] };
    },
  };
}

const messageOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));
