import type { EventSource } from "@smplat/contracts/vocabulary";
import type { Outbox, PendingEvent, PendingJob } from "#infrastructure/database";
import type { EventStore, StoredEvent, Subscription } from "#infrastructure/events";
import { currentContext } from "#infrastructure/logger";
import type { ActorRecord } from "#kernel/actor";
import type { Clock } from "#kernel/clock";
import { newId, newUuid } from "#kernel/id";
import type { Queue } from "./queue.ts";

const noGuardrail = {
  platformSlug: null,
  loyaltyTier: null,
  experimentSlug: null,
  experimentVariant: null,
  guardrailStatus: null,
} as const;

/** Writes a transaction's events in one statement and the jobs of its subscribers, with its own jobs, in one per lane. */
export function createOutbox(options: {
  readonly queue: Queue;
  readonly events: EventStore;
  readonly subscriptions: readonly Subscription[];
  readonly clock: Clock;
  readonly onCommitted: (lanes: ReadonlySet<string>) => void;
}): Outbox {
  const subscribers = Map.groupBy(options.subscriptions, (subscription) => subscription.event);
  return {
    flush: async (connection, events, jobs) => {
      const stored = events.map((event) => envelope(event, options.clock));
      await options.events.append(connection, stored);
      const reactions = stored.flatMap((event) => reactionsTo(event, subscribers.get(event.name) ?? []));
      const all = [...reactions, ...jobs];
      await options.queue.insert(connection, all);
      return new Set(all.filter(isDue).map(({ job }) => job.lane));
    },
    committed: options.onCommitted,
  };
}

const isDue = ({ options }: PendingJob): boolean => options.runAt === undefined && options.runAtWall === undefined;

function envelope(event: PendingEvent, clock: Clock): StoredEvent {
  const context = currentContext();
  return {
    id: newId("evt"),
    name: event.definition.name,
    source: event.options.source ?? sourceOf(context?.actor),
    recordedAt: clock.now(),
    receivedAt: clock.wall(),
    correlationId: context?.correlationId ?? newUuid(),
    actor: context?.actor ?? { kind: "system", id: null },
    guardrail: { ...noGuardrail, ...event.options.guardrail },
    metadata: event.payload,
  };
}

function sourceOf(actor: ActorRecord | undefined): EventSource {
  if (actor === undefined || actor.kind === "system") return "automation";
  return actor.kind === "operator" || actor.kind === "admin" ? "admin" : "storefront";
}

function reactionsTo(event: StoredEvent, subscriptions: readonly Subscription[]): PendingJob[] {
  const concerned = subscriptions.filter(({ concerns }) => concerns === undefined || concerns(event.metadata));
  return concerned.map((subscription) => ({
    job: subscription.job,
    payload: { id: event.id, name: event.name, recordedAt: event.recordedAt, payload: event.metadata },
    options: { key: event.id },
  }));
}
