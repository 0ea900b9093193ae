import { setTimeout as pause } from "node:timers/promises";
import type { Database, Tx } from "#infrastructure/database";
import { type Logger, runWithContext } from "#infrastructure/logger";
import { type ExternalRun, JobGaveUp, type JobHandler, type JobRun, type Lane, lanes } from "./job.ts";
import { createNoteRun, type NoteRun } from "./note-run.ts";
import type { ClaimedJob, Queue } from "./queue.ts";
import type { Traffic } from "./traffic.ts";
import { createTurns } from "./turns.ts";

export interface JobRunner {
  /** Starts taking jobs. */
  start(): void;
  /** Takes no new job and waits for the running ones, at most `graceMs`. */
  stop(graceMs: number): Promise<void>;
  /** Jobs that are due were just committed to these lanes: look now instead of at the next poll. */
  wake(lanes: ReadonlySet<string>): void;
  /**
   * Runs everything due until nothing is, in this call, one job after the other. For tests and seeds; throws what a job
   * throws.
   */
  settle(options?: SettleOptions): Promise<void>;
}

/** How a settling differs from the usual one. */
export interface SettleOptions {
  /**
   * All lanes at once, and so many jobs of each; those of one thread one after the other, for they work on the same rows.
   * A job that fails is left to its next try, and nothing is thrown.
   */
  readonly concurrency?: number;
  /** Only jobs of these lanes. */
  readonly only?: readonly Lane[];
}

export interface JobRunnerOptions {
  readonly queue: Queue;
  readonly database: Database;
  readonly handlers: readonly JobHandler[];
  readonly logger: Logger;
  readonly concurrency: Readonly<Record<Lane, number>>;
  /** How often an idle lane looks, in milliseconds. */
  readonly pollMs: number;
  readonly traffic: Pick<Traffic, "isPressing">;
}

type RunOptions = JobRunnerOptions & { readonly note: NoteRun };

class LeaseLost extends Error {
  override readonly name = "LeaseLost";
}

const heartbeatMs = 10_000;
/** Lanes people wait for; the others give way while the process is pressed. */
const promptLanes: ReadonlySet<Lane> = new Set(["payments"]);
const settleRoundsMax = 500;
const settleBatch = 200;

/** Runs jobs of every lane: each by its handler, each fenced by its attempt, each logged with its thread. */
export function createJobRunner(options: JobRunnerOptions): JobRunner {
  const handlers = new Map(options.handlers.map((handler) => [handler.job.id, handler]));
  const noting: RunOptions = { ...options, note: createNoteRun(options.database, options.handlers) };
  let stopping = false;
  let loops: Promise<void>[] = [];
  const sleepers = new Map<Lane, () => void>();

  const wake = (woken: ReadonlySet<string>) => {
    for (const lane of lanes) if (woken.has(lane)) sleepers.get(lane)?.();
  };
  const idle = (lane: Lane) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(() => rouse(), options.pollMs * (0.75 + Math.random() / 2));
      const rouse = () => {
        clearTimeout(timer);
        if (sleepers.get(lane) === rouse) sleepers.delete(lane);
        resolve();
      };
      sleepers.set(lane, rouse);
    });
  const turns = createTurns(options.traffic, () => stopping);
  const loop = async (lane: Lane) => {
    const running = new Set<Promise<unknown>>();
    const start = (job: ClaimedJob) => {
      const run = runJob(noting, handlers, job).finally(() => running.delete(run));
      running.add(run);
      return run;
    };
    while (!stopping) {
      const turn = promptLanes.has(lane) ? null : await turns.take();
      const free = Math.min(turn === null ? options.concurrency[lane] : 1, options.concurrency[lane] - running.size);
      const jobs = free > 0 ? await claim(options, lane, free) : [];
      const runs = jobs.map(start);
      if (turn !== null) {
        await Promise.all(runs.map(turn.after));
        turn.end();
      }
      if (jobs.length === 0) await Promise.race([idle(lane), ...running]);
    }
    await Promise.allSettled(running);
  };
  return {
    start: () => {
      stopping = false;
      loops = lanes.map(loop);
    },
    stop: async (graceMs) => {
      stopping = true;
      wake(new Set(lanes));
      const deadline = new AbortController();
      await Promise.race([
        Promise.all(loops),
        pause(graceMs, undefined, { signal: deadline.signal }).catch(() => undefined),
      ]);
      deadline.abort();
    },
    wake,
    settle: (how = {}) => settle(noting, handlers, how),
  };
}

async function claim(options: JobRunnerOptions, lane: Lane, count: number): Promise<ClaimedJob[]> {
  try {
    return await options.queue.claim(lane, count);
  } catch (error) {
    options.logger.warn({ err: error, lane }, "jobs could not be fetched; will try again");
    await pause(1_000);
    return [];
  }
}

async function settle(
  options: RunOptions,
  handlers: ReadonlyMap<string, JobHandler>,
  { concurrency, only = lanes }: SettleOptions,
): Promise<void> {
  const run = async (lane: Lane) => {
    const jobs = await options.queue.claim(lane, settleBatch);
    if (concurrency === undefined) await runInTurn(options, handlers, jobs);
    else await runSideBySide(options, handlers, jobs, concurrency);
    return jobs.length;
  };
  for (let round = 0; round < settleRoundsMax; round += 1) {
    let ran = 0;
    if (concurrency !== undefined) ran = sum(await Promise.all(only.map(run)));
    else for (const lane of only) ran += await run(lane);
    if (ran === 0) return;
  }
  throw new Error("Jobs keep making jobs: nothing settled");
}

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

async function runInTurn(
  options: RunOptions,
  handlers: ReadonlyMap<string, JobHandler>,
  jobs: readonly ClaimedJob[],
): Promise<void> {
  for (const job of jobs) {
    const failure = await runJob(options, handlers, job);
    if (failure !== null) throw failure;
  }
}

async function runSideBySide(
  options: RunOptions,
  handlers: ReadonlyMap<string, JobHandler>,
  jobs: readonly ClaimedJob[],
  concurrency: number,
): Promise<void> {
  const threads = Map.groupBy(jobs, (job) => job.data.correlationId).values();
  const work = async () => {
    for (const thread of threads) for (const job of thread) await runJob(options, handlers, job);
  };
  await Promise.all(Array.from({ length: concurrency }, work));
}

/** Runs one attempt. Returns what it failed with, after telling the queue, or null. */
async function runJob(
  options: RunOptions,
  handlers: ReadonlyMap<string, JobHandler>,
  job: ClaimedJob,
): Promise<unknown> {
  const context = { correlationId: job.data.correlationId, requestId: job.id };
  return runWithContext(context, async () => {
    const started = performance.now();
    const beat = setInterval(() => {
      options.queue.heartbeat(job).catch(() => undefined);
    }, heartbeatMs);
    const facts = () => ({ job: job.data.job, attempt: job.attempt, ms: Math.round(performance.now() - started) });
    try {
      await dispatch(options, handlers, job);
      options.logger.debug(facts(), "job done");
      await options.note(job.data.job, null);
      return null;
    } catch (error) {
      if (error instanceof LeaseLost) {
        options.logger.warn(facts(), "another attempt holds this job; this one changed nothing");
        return null;
      }
      const isFinal = error instanceof JobGaveUp;
      const next = isFinal ? "it goes to the dead letters" : "it will be tried again or go to the dead letters";
      options.logger.warn({ ...facts(), err: error }, `job failed; ${next}`);
      await options.queue.fail(job, error, { isFinal }).catch(() => undefined);
      await options.note(job.data.job, error).catch(() => undefined);
      return error;
    } finally {
      clearInterval(beat);
    }
  });
}

async function dispatch(
  options: JobRunnerOptions,
  handlers: ReadonlyMap<string, JobHandler>,
  job: ClaimedJob,
): Promise<void> {
  const handler = handlers.get(job.data.job);
  if (handler === undefined) throw new Error(`No handler for job ${job.data.job}`);
  const info: JobRun = { jobId: job.id, attempt: job.attempt, isLast: job.attempt >= handler.job.retryLimit };
  const finish = async (tx: Tx) => {
    if (!(await options.queue.complete(tx.tables<unknown>(), job))) throw new LeaseLost();
  };
  if (handler.kind === "local") {
    await options.database.transaction(async (tx) => {
      await handler.run(tx, job.data.payload, info);
      await finish(tx);
    });
    return;
  }
  let completed = false;
  const run: ExternalRun = {
    ...info,
    transaction: (work) => options.database.transaction(work),
    complete: (work) =>
      options.database.transaction(async (tx) => {
        const result = await work(tx);
        await finish(tx);
        completed = true;
        return result;
      }),
  };
  await handler.run(run, job.data.payload);
  if (!completed) await options.database.transaction(finish);
}
