import type { z } from "zod";
import type { Tx } from "#infrastructure/database";

/**
 * Lanes keep one slow outside from holding up the rest: each is its own queue with its own number of runners.
 * `local` jobs touch only the database; every other lane calls the outside its name says. `payments` is the one people
 * wait for: it does not give way to requests.
 */
export const lanes = ["local", "payments", "suppliers", "sources", "mail", "storage"] as const;
export type Lane = (typeof lanes)[number];

/** A kind of background work: its name, what it is told, and where it runs. */
export interface Job<P> {
  /** Imperative, with the module's name: `fulfillment.poll-delivery`. */
  readonly id: string;
  readonly lane: Lane;
  readonly payload: z.ZodType<P>;
  /** Attempts after the first before the job goes to the dead letters. */
  readonly retryLimit: number;
  /** First delay between attempts in seconds; doubles with jitter, at most ten minutes. */
  readonly retryDelaySeconds: number;
  /** Five-field cron in UTC, for jobs that run by the clock on the wall. Their payload is `{}`. */
  readonly cron?: string;
}

export function defineJob<P>(
  definition: Pick<Job<P>, "id" | "lane" | "payload"> &
    Partial<Pick<Job<P>, "retryLimit" | "retryDelaySeconds" | "cron">>,
): Job<P> {
  return { retryLimit: 8, retryDelaySeconds: 2, ...definition };
}

/** What a job throws when trying again would change nothing: it goes to the dead letters at once. */
export class JobGaveUp extends Error {
  override readonly name = "JobGaveUp";
}

export interface EnqueueOptions {
  /** The same key makes the same job: enqueued again it changes nothing, however often, while the job is kept. */
  readonly key?: string;
  /** Business time; now when absent. */
  readonly runAt?: Date;
  /** Wall time, for deadlines of people and protocols; wins over `runAt`. */
  readonly runAtWall?: Date;
}

/** What a running job knows of itself. */
export interface JobRun {
  readonly jobId: string;
  /** 0 for the first attempt. */
  readonly attempt: number;
  /** Whether no attempt follows this one if it fails. */
  readonly isLast: boolean;
}

/**
 * An external job's three steps: `transaction` writes the intent, then the call runs with no transaction open, then
 * `complete` records the result and finishes the job in one transaction. A run that lost its lease can't complete.
 */
export interface ExternalRun extends JobRun {
  transaction<R>(work: (tx: Tx) => Promise<R>): Promise<R>;
  complete<R>(work: (tx: Tx) => Promise<R>): Promise<R>;
}

export type JobHandler =
  | {
      readonly kind: "local";
      readonly job: Job<unknown>;
      readonly run: (tx: Tx, payload: unknown, run: JobRun) => Promise<void>;
    }
  | {
      readonly kind: "external";
      readonly job: Job<unknown>;
      readonly run: (run: ExternalRun, payload: unknown) => Promise<void>;
    };

/** A job whose effects and completion commit together. */
export function handleLocal<P>(job: Job<P>, run: (tx: Tx, payload: P, run: JobRun) => Promise<void>): JobHandler {
  return {
    kind: "local",
    job: job as Job<unknown>,
    run: (tx, payload, info) => run(tx, job.payload.parse(payload), info),
  };
}

/** A job that calls the outside. */
export function handleExternal<P>(job: Job<P>, run: (run: ExternalRun, payload: P) => Promise<void>): JobHandler {
  return { kind: "external", job: job as Job<unknown>, run: (info, payload) => run(info, job.payload.parse(payload)) };
}
