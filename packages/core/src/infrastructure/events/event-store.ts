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

/** A place in the order of commit. */
export interface FeedPlace {
  readonly xid: string;
  readonly seq: number;
}

export interface EventStore {
  /** Inserts in one statement; an id already there is left as it is. Returns the ids that were new. */
  append(connection: Kysely<unknown>, events: readonly StoredEvent[]): Promise<ReadonlySet<string>>;
  /**
   * The next events in the order of commit, after a place in it, at most `limit`. Only what no running transaction can
   * still come before is read, so that a reader who keeps `next` misses nothing, however commits interleave.
   */
  readAfter(
    scope: Scope,
    place: FeedPlace | null,
    limit: number,
  ): Promise<{ events: StoredEvent[]; next: FeedPlace | null }>;
  /** What happened to one order, oldest first. Whoever asks has checked that the order may be seen. */
  listAbout(scope: Scope, orderId: string): Promise<StoredEvent[]>;
}

const columns = [
  "id",
  "name",
  "source",
  "recordedAt",
  "receivedAt",
  "correlationId",
  "actor",
  "guardrail",
  "metadata",
] as const;

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
    readAfter: async (scope, place, limit) => {
      let query = scope
        .tables<EventTables>()
        .selectFrom("events")
        .select(columns)
        .select(["seq", sql<string>`xid::text`.as("xid")])
        .where(sql<boolean>`xid < pg_snapshot_xmin(pg_current_snapshot())`);
      if (place !== null) query = query.where(sql<boolean>`(xid, seq) > (${place.xid}::xid8, ${place.seq})`);
      const rows = await query.orderBy(sql`events.xid`).orderBy("seq").limit(limit).execute();
      const last = rows.at(-1);
      return {
        events: rows.map(({ seq: _, xid: __, ...event }) => event),
        next: last === undefined ? place : { xid: last.xid, seq: last.seq },
      };
    },
    listAbout: (scope, orderId) =>
      scope
        .tables<EventTables>()
        .selectFrom("events")
        .select(columns)
        .where(sql<boolean>`metadata ? 'orderId'`)
        .where(sql`metadata ->> 'orderId'`, "=", orderId)
        .orderBy("seq")
        .limit(500)
        .execute(),
  };
}
