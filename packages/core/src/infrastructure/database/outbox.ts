import type { Kysely } from "kysely";
import type { EventDefinition, PublishOptions } from "#infrastructure/events";
import type { EnqueueOptions, Job } from "#infrastructure/jobs";

export interface PendingEvent {
  readonly definition: EventDefinition<unknown>;
  readonly payload: unknown;
  readonly options: PublishOptions;
}

export interface PendingJob {
  readonly job: Job<unknown>;
  readonly payload: unknown;
  readonly options: EnqueueOptions;
}

/** What a transaction still has to write before it commits. */
export interface Outbox {
  /** Returns the lanes that now have jobs to run at once. */
  flush(
    connection: Kysely<unknown>,
    events: readonly PendingEvent[],
    jobs: readonly PendingJob[],
  ): Promise<ReadonlySet<string>>;
  /** After the commit: runners in this process need not wait for their next poll. */
  committed(lanes: ReadonlySet<string>): void;
}
