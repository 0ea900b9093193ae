import type { Kysely } from "kysely";
import type { Scope, Tx } from "#infrastructure/database";
import type { ProviderBalanceRow, SupplierTables } from "./tables.ts";

const db = (scope: Scope): Kysely<SupplierTables> => scope.tables<SupplierTables>();

export type BalanceReading = Readonly<ProviderBalanceRow>;

/** Adds a reading and forgets those before `keepSince`. */
export async function insertBalance(tx: Tx, reading: BalanceReading, keepSince: Date): Promise<void> {
  await db(tx)
    .insertInto("providerBalances")
    .values(reading)
    .onConflict((conflict) => conflict.columns(["providerId", "readAt"]).doNothing())
    .execute();
  await db(tx)
    .deleteFrom("providerBalances")
    .where("providerId", "=", reading.providerId)
    .where("readAt", "<", keepSince)
    .execute();
}

/** Readings of some suppliers since a moment, oldest first, at most `limit` of the newest. */
export async function listBalances(
  scope: Scope,
  providerIds: readonly string[],
  since: Date,
  limit = 20_000,
): Promise<BalanceReading[]> {
  if (providerIds.length === 0) return [];
  const rows = await db(scope)
    .selectFrom("providerBalances")
    .selectAll()
    .where("providerId", "in", providerIds)
    .where("readAt", ">=", since)
    .orderBy("readAt", "desc")
    .limit(limit)
    .execute();
  return rows.reverse();
}

/** Suppliers with a reading since then. */
export async function listAskedSince(scope: Scope, since: Date): Promise<ReadonlySet<string>> {
  const rows = await db(scope)
    .selectFrom("providers")
    .select("id")
    .where((where) =>
      where.exists(
        where
          .selectFrom("providerBalances")
          .select("providerId")
          .whereRef("providerBalances.providerId", "=", "providers.id")
          .where("readAt", ">", since),
      ),
    )
    .execute();
  return new Set(rows.map((row) => row.id));
}
