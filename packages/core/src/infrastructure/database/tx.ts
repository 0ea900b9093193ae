import type { Kysely } from "kysely";
import type { EventDefinition, PublishOptions } from "#infrastructure/events";
import type { EnqueueOptions, Job } from "#infrastructure/jobs";

/** Where a use case runs: the database, or a transaction that is already open. */
export interface Scope {
  /** Typed access to the tables a module owns. */
  tables<T>(): Kysely<T>;
  /** Runs `work` in one transaction; on a {@link Tx} it joins the open one. Deadlocks and write conflicts run again. */
  transaction<R>(work: (tx: Tx) => Promise<R>): Promise<R>;
}

/** An open transaction: rows, events and jobs share one fate. */
export interface Tx extends Scope {
  /** Says that something happened. Written, with one job per subscriber, just before the commit. */
  publish<P>(event: EventDefinition<P>, payload: NoInfer<P>, options?: PublishOptions): void;
  /** Asks for background work. Written just before the commit: no commit, no job. */
  enqueue<P>(job: Job<P>, payload: NoInfer<P>, options?: EnqueueOptions): void;
}
