import { type Kysely, sql } from "kysely";
import type { Scope, Tx } from "#infrastructure/database";
import type { StoredLineQuote } from "./line-quote.ts";
import type { PricingTables } from "./tables.ts";

const db = (scope: Scope): Kysely<PricingTables> => scope.tables<PricingTables>();
const json = (value: unknown): string => JSON.stringify(value);

/** Any number of quotes in one statement. */
export async function insertQuotes(scope: Scope, quotes: readonly StoredLineQuote[]): Promise<void> {
  if (quotes.length === 0) return;
  await db(scope).insertInto("lineQuotes").values(quotes.map(rowOf)).execute();
}

export async function findQuotes(scope: Scope, ids: readonly string[]): Promise<StoredLineQuote[]> {
  if (ids.length === 0) return [];
  return db(scope).selectFrom("lineQuotes").selectAll().where("id", "in", ids).execute();
}

/** Gives a quote that no line has taken yet to a cart line. False when a line has it. */
export async function attachQuote(tx: Tx, quoteId: string, cartLineId: string): Promise<boolean> {
  const rows = await db(tx)
    .updateTable("lineQuotes")
    .set({ cartLineId })
    .where("id", "=", quoteId)
    .where("cartLineId", "is", null)
    .returning("id")
    .execute();
  return rows.length > 0;
}

export async function updateOwner(tx: Tx, fromOwnerId: string, toOwnerId: string): Promise<void> {
  await db(tx).updateTable("lineQuotes").set({ ownerId: toOwnerId }).where("ownerId", "=", fromOwnerId).execute();
}

/** Deletes up to `limit` quotes that expired before a moment without having become a cart line. */
export async function deleteUnusedQuotes(tx: Tx, expiredBefore: Date, limit: number): Promise<number> {
  const result = await sql<{ id: string }>`
    delete from line_quotes where id in (
      select id from line_quotes where cart_line_id is null and expires_at < ${expiredBefore} limit ${limit}
    ) returning id`.execute(db(tx));
  return result.rows.length;
}

function rowOf(quote: StoredLineQuote) {
  return {
    ...quote,
    selection: json(quote.selection),
    platformContext: quote.platformContext === null ? null : json(quote.platformContext),
    parts: json(quote.parts),
    summary: json(quote.summary),
  };
}
