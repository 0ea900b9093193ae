import type { EventActor, EventGuardrail, EventSource } from "@smplat/contracts/vocabulary";
import { type Generated, type Kysely, sql } from "kysely";
import type { Scope } from "#infrastructure/database";

/** A row of `events`: the envelope of everything that happened, in the order of commit by (`xid`, `seq`). */
export interface StoredEvent {
  readonly id: string;
  readonly name: string;
  readonly source: EventSource;
  readonly recordedAt: Date;
  readonly receivedAt: Date;
  readonly correlationId: string;
  readonly actor: EventActor;
  readonly guardrail: EventGuardrail;
  readonly metadata: unknown;
}

interface EventTables {
  events: StoredEvent & { seq: Generated<number> };
}

export interface EventStore {
  /** Inserts in one statement; an id already there is left as it is. Returns the ids that were new. */
  append(connection: Kysely<unknown>, events: readonly StoredEvent[]): Promise<ReadonlySet<string>>;
  /** What happened to one order, oldest first. Whoever asks has checked that the order may be seen. */
  listAbout(scope: Scope, orderId: string): Promise<StoredEvent[]>;
}

export function createEventStore(): EventStore {
  return {
    async append(connection, events) {
      if (events.length === 0) return new Set();
      const rows = await (connection as Kysely<EventTables>)
        .insertInto("events")
        .values(
          events.map((event) => ({
            ...event,
            actor: JSON.stringify(event.actor) as unknown as EventActor,
            guardrail: JSON.stringify(event.guardrail) as unknown as EventGuardrail,
            metadata: JSON.stringify(event.metadata),
          })),
        )
        .onConflict((conflict) => conflict.column("id").doNothing())
        .returning("id")
        .execute();
      return new Set(rows.map((row) => row.id));
    },
    listAbout: (scope, orderId) =>
      scope
        .tables<EventTables>()
        .selectFrom("events")
        .select(["id", "name", "source", "recordedAt", "receivedAt", "correlationId", "actor", "guardrail", "metadata"])
        .where(sql<boolean>`metadata ? 'orderId'`)
        .where(sql`metadata ->> 'orderId'`, "=", orderId)
        .orderBy("seq")
        .limit(500)
        .execute(),
  };
}
