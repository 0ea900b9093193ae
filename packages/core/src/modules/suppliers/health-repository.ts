import type { Kysely, Selectable } from "kysely";
import type { Scope, Tx } from "#infrastructure/database";
import { type Health, healthy } from "./evaluate-health.ts";
import type { ProviderHealthRow, SupplierTables } from "./tables.ts";

const db = (scope: Scope): Kysely<SupplierTables> => scope.tables<SupplierTables>();

export async function findHealth(scope: Scope, providerId: string): Promise<Health | null> {
  const query = db(scope).selectFrom("providerHealth").selectAll().where("providerId", "=", providerId);
  const row = await query.executeTakeFirst();
  return row === undefined ? null : healthOf(row);
}

/** A supplier's health, locked until the transaction ends. */
export async function holdHealth(tx: Tx, providerId: string): Promise<Health> {
  await db(tx)
    .insertInto("providerHealth")
    .values({ ...columnsOf(healthy), providerId })
    .onConflict((conflict) => conflict.column("providerId").doNothing())
    .execute();
  const query = db(tx).selectFrom("providerHealth").selectAll().where("providerId", "=", providerId).forUpdate();
  return healthOf(await query.executeTakeFirstOrThrow());
}

export async function updateHealth(tx: Tx, providerId: string, health: Health): Promise<void> {
  await db(tx).updateTable("providerHealth").set(columnsOf(health)).where("providerId", "=", providerId).execute();
}

const columnsOf = (health: Health) => ({ ...health, openIncidents: JSON.stringify(health.openIncidents) });

const healthOf = ({ failedInRow, lateShare, deliveries, openIncidents }: Selectable<ProviderHealthRow>): Health => ({
  ...{ failedInRow, lateShare, deliveries, openIncidents },
});
