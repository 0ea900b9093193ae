import type { EventGuardrail, EventSource } from "@smplat/contracts/vocabulary";
import type { z } from "zod";
import type { Tx } from "#infrastructure/database";
import {
  defineJob,
  type ExternalRun,
  handleExternal,
  handleLocal,
  type Job,
  type JobHandler,
  type Lane,
} from "#infrastructure/jobs";
import { publishedEvent } from "./published-event.ts";

/** A thing that can happen, named in the past tense: `order.paid`. */
export interface EventDefinition<P> {
  readonly name: string;
  readonly payload: z.ZodType<P>;
}

export const defineEvent = <P>(name: string, payload: z.ZodType<P>): EventDefinition<P> => ({ name, payload });

/** An event as a subscriber gets it. */
export interface PublishedEvent<P> {
  readonly id: string;
  readonly name: string;
  /** Business time. */
  readonly recordedAt: Date;
  readonly payload: P;
}

export interface PublishOptions {
  readonly source?: EventSource;
  readonly guardrail?: Partial<EventGuardrail>;
}

/** A job made for each event of a kind; it retries alone when it fails. */
export interface Subscription {
  readonly event: string;
  /** Events it has nothing to do with make no job; all concern it when absent. Answers by the payload alone. */
  readonly concerns?: (payload: unknown) => boolean;
  readonly job: Job<unknown>;
  readonly handler: JobHandler;
}

/**
 * Reacts to an event in one transaction with the job's completion. `id` names the reaction: `billing.issue-invoice`.
 * `concerns` leaves out events of which nothing follows, before a job is made.
 */
export function subscribe<P>(
  event: EventDefinition<P>,
  id: string,
  run: (tx: Tx, event: PublishedEvent<P>) => Promise<void>,
  concerns?: (payload: P) => boolean,
): Subscription {
  const job = defineJob({ id, lane: "local", payload: publishedEvent(event.payload) });
  return {
    event: event.name,
    ...(concerns === undefined ? {} : { concerns: (payload: unknown) => concerns(event.payload.parse(payload)) }),
    job: job as Job<unknown>,
    handler: handleLocal(job, (tx, payload) => run(tx, payload)),
  };
}

/** Reacts to an event by calling the outside, in the three steps of an external job. */
export function subscribeExternal<P>(
  event: EventDefinition<P>,
  id: string,
  lane: Exclude<Lane, "local">,
  run: (run: ExternalRun, event: PublishedEvent<P>) => Promise<void>,
): Subscription {
  const job = defineJob({ id, lane, payload: publishedEvent(event.payload) });
  return { event: event.name, job: job as Job<unknown>, handler: handleExternal(job, run) };
}
