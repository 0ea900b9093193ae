import { type Kysely, sql } from "kysely";
import type { Scope, Tx } from "#infrastructure/database";
import type { Look, Page } from "./page.ts";
import type { LivenessTables } from "./tables.ts";

const db = (scope: Scope): Kysely<LivenessTables> => scope.tables<LivenessTables>();

const columns = [
  "id",
  "lineId",
  "orderId",
  "address",
  "title",
  "isNamed",
  "state",
  "doubtSince",
  "seenAt",
  "goneSince",
  "looks",
  "unanswered",
  "lastLookAt",
  "watchedFrom",
  "endsAt",
  "nextAt",
] as const satisfies readonly (keyof Page)[];

/** A line's pages, locked against whoever else would change them, in one order for all. */
export async function listPagesForUpdate(tx: Tx, lineId: string): Promise<Page[]> {
  const query = db(tx).selectFrom("livenessPages").select(columns).where("lineId", "=", lineId);
  return query.orderBy("id").forUpdate().execute();
}

/** An order's pages, oldest first. */
export async function listPagesOfOrder(scope: Scope, orderId: string): Promise<Page[]> {
  const query = db(scope).selectFrom("livenessPages").select(columns).where("orderId", "=", orderId);
  return query.orderBy("watchedFrom").orderBy("id").execute();
}

/** The newest looks at each of these pages, newest first. */
export async function listLooks(scope: Scope, pageIds: readonly string[], perPage: number): Promise<Look[]> {
  if (pageIds.length === 0) return [];
  const numbered = db(scope)
    .selectFrom("livenessLooks")
    .selectAll()
    .select(sql<number>`row_number() over (partition by page_id order by number desc)`.as("place"))
    .where("pageId", "in", pageIds);
  const rows = await db(scope)
    .selectFrom(numbered.as("numbered"))
    .selectAll()
    .where("place", "<=", perPage)
    .orderBy("at", "desc")
    .orderBy("number", "desc")
    .execute();
  return rows.map(({ place: _, ...look }) => look);
}

export async function insertPages(tx: Tx, pages: readonly Page[]): Promise<void> {
  if (pages.length === 0) return;
  await db(tx)
    .insertInto("livenessPages")
    .values([...pages])
    .execute();
}

/** Pages that a supplier names again, or no more. */
export async function updateNamed(tx: Tx, pageId: string, changes: Pick<Page, "isNamed" | "nextAt">): Promise<void> {
  await db(tx)
    .updateTable("livenessPages")
    .set({ ...changes, handedTo: null, handedAt: null })
    .where("id", "=", pageId)
    .execute();
}

/** Lets one job at a time hand pages out, until its transaction ends. */
export async function holdTurn(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('liveness.hand-out'))`.execute(db(tx));
}

/** Whether pages are in the hands of another job that may still be alive. */
export async function isHandedElsewhere(tx: Tx, jobId: string): Promise<boolean> {
  const row = await db(tx)
    .selectFrom("livenessPages")
    .select("id")
    .where("handedTo", "is not", null)
    .where("handedTo", "<>", jobId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Puts pages back that were handed out before `since` (wall time) and never came in: their job is dead. */
export async function takeBackHanded(tx: Tx, since: Date): Promise<void> {
  await db(tx)
    .updateTable("livenessPages")
    .set({ handedTo: null, handedAt: null })
    .where("handedTo", "is not", null)
    .where("handedAt", "<", since)
    .execute();
}

/**
 * Hands pages whose time has come to a job, the longest due first. An index holds only what waits, by its time: the
 * cost is that of the rows taken, however many wait or were ever looked at.
 */
export async function handOutPages(
  tx: Tx,
  {
    jobId,
    now,
    wall,
    limit,
  }: { readonly jobId: string; readonly now: Date; readonly wall: Date; readonly limit: number },
): Promise<void> {
  await sql`
    update liveness_pages set handed_to = ${jobId}, handed_at = ${wall} from (
      select id from liveness_pages where handed_to is null and next_at <= ${now}
      order by next_at limit ${limit} for update skip locked) due
    where liveness_pages.id = due.id`.execute(db(tx));
}

/** What a job has in its hands; locked when it is about to be written. */
export async function listHanded(tx: Tx, jobId: string, options: { readonly lock: boolean }): Promise<Page[]> {
  const query = db(tx).selectFrom("livenessPages").select(columns).where("handedTo", "=", jobId).orderBy("id");
  return (options.lock ? query.forUpdate() : query).execute();
}

/** Writes what looks came to, in one statement, and takes the pages out of their job's hands. */
export async function updateLookedAt(tx: Tx, pages: readonly Page[]): Promise<void> {
  if (pages.length === 0) return;
  await db(tx)
    .insertInto("livenessPages")
    .values(pages.map((page) => ({ ...page, handedTo: null, handedAt: null })))
    .onConflict((conflict) =>
      conflict.column("id").doUpdateSet((set) => ({
        state: set.ref("excluded.state"),
        doubtSince: set.ref("excluded.doubtSince"),
        seenAt: set.ref("excluded.seenAt"),
        goneSince: set.ref("excluded.goneSince"),
        looks: set.ref("excluded.looks"),
        unanswered: set.ref("excluded.unanswered"),
        lastLookAt: set.ref("excluded.lastLookAt"),
        nextAt: set.ref("excluded.nextAt"),
        handedTo: null,
        handedAt: null,
      })),
    )
    .execute();
}

export async function insertLooks(tx: Tx, looks: readonly Look[]): Promise<void> {
  if (looks.length === 0) return;
  await db(tx)
    .insertInto("livenessLooks")
    .values([...looks])
    .execute();
}

/** When the next page that waits is due; null when none waits. */
export async function findNextDue(scope: Scope): Promise<Date | null> {
  const row = await db(scope)
    .selectFrom("livenessPages")
    .select("nextAt")
    .where("handedTo", "is", null)
    .where("nextAt", "is not", null)
    .orderBy("nextAt")
    .limit(1)
    .executeTakeFirst();
  return row?.nextAt ?? null;
}
