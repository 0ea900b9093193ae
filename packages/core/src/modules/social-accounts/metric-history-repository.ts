import type { SourceFailure } from "@smplat/contracts/vocabulary";
import { type Kysely, sql } from "kysely";
import type { Scope, Tx } from "#infrastructure/database";
import { newId } from "#kernel/id";
import { decodeCursor, type Page, toPage } from "#kernel/page";
import type { HistoryEntry, ReadingGap } from "./channel-history.ts";
import type { Precision, ReadingMethod } from "./social-account.ts";
import type { SocialAccountTables } from "./tables.ts";

const db = (scope: Scope): Kysely<SocialAccountTables> => scope.tables<SocialAccountTables>();

export async function insertGap(tx: Tx, gap: Omit<ReadingGap, "id">): Promise<void> {
  await db(tx)
    .insertInto("metricGaps")
    .values({ id: newId("gap"), ...gap })
    .execute();
}

interface HistoryRow {
  readonly id: string;
  readonly accountId: string;
  readonly takenAt: Date;
  readonly source: string | null;
  readonly method: ReadingMethod | null;
  readonly metrics: { followers: number | null; posts: number | null; views: number | null } | null;
  readonly precision: Precision | null;
  readonly rawHash: string | null;
  readonly etag: string | null;
  readonly kind: SourceFailure | null;
  readonly retryAt: Date | null;
}

/**
 * Readings and gaps together, newest first. Each half walks its index no further than one page, so that a page costs
 * the same however long the history is.
 */
export async function listHistoryRows(
  scope: Scope,
  accountId: string,
  page: { readonly cursor?: string | null; readonly limit: number },
): Promise<Page<HistoryEntry>> {
  const [at, id] = page.cursor ? decodeCursor(page.cursor, 2) : [null, null];
  const after = at === null ? sql`` : sql`and (taken_at, id) < (${new Date(Number(at))}, ${String(id)})`;
  const limit = page.limit + 1;
  const { rows } = await sql<HistoryRow>`
    (select id, account_id, taken_at, source, method, metrics, precision, raw_hash, etag,
            null as kind, null::timestamptz as retry_at
     from metric_snapshots where account_id = ${accountId} ${after}
     order by taken_at desc, id desc limit ${limit})
    union all
    (select id, account_id, taken_at, source, null, null, null, null, null, kind, retry_at
     from metric_gaps where account_id = ${accountId} ${after}
     order by taken_at desc, id desc limit ${limit})
    order by taken_at desc, id desc limit ${limit}`.execute(db(scope));
  const { items, nextCursor } = toPage(rows, page.limit, (row) => [row.takenAt.getTime(), row.id]);
  return { items: items.map(entryOf), nextCursor };
}

function entryOf(row: HistoryRow): HistoryEntry {
  const { id, accountId, takenAt, source, method, metrics, precision, rawHash, etag, kind, retryAt } = row;
  if (kind !== null) return { status: "missing", gap: { id, accountId, takenAt, source, kind, retryAt } };
  if (source === null || method === null || metrics === null || precision === null || rawHash === null) {
    throw new Error(`The reading ${id} is not whole`);
  }
  return { status: "read", snapshot: { id, accountId, takenAt, source, method, ...metrics, precision, rawHash, etag } };
}
