import { type Kysely, sql } from "kysely";
import type { Scope, Tx } from "#infrastructure/database";
import { newId } from "#kernel/id";
import type { ProviderRow, SupplierTables } from "./tables.ts";
import type { ProviderChange, ProviderKind, ProviderState, ServiceCandidate, ServiceView } from "./views.ts";

const db = (scope: Scope): Kysely<SupplierTables> => scope.tables<SupplierTables>();

/** A supplier as stored: secrets are sealed. */
export interface StoredProvider {
  readonly id: string;
  readonly name: string;
  readonly kind: ProviderKind;
  readonly state: ProviderState;
  readonly currency: ProviderRow["currency"];
  readonly config: object;
  readonly secrets: Readonly<Record<string, string>>;
  readonly secretsSetAt: Readonly<Record<string, string>>;
  readonly maxInFlight: number | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export async function findProvider(
  scope: Scope,
  providerId: string,
  options: { lock: "none" | "share" | "update" } = { lock: "none" },
): Promise<StoredProvider | null> {
  const query = db(scope).selectFrom("providers").selectAll().where("id", "=", providerId);
  const locked = options.lock === "share" ? query.forShare() : options.lock === "update" ? query.forUpdate() : query;
  return (await locked.executeTakeFirst()) ?? null;
}

export async function listProviderRows(scope: Scope): Promise<StoredProvider[]> {
  return db(scope).selectFrom("providers").selectAll().orderBy("name").execute();
}

/** Names by id. */
export async function listProviderNames(scope: Scope, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db(scope).selectFrom("providers").select(["id", "name"]).where("id", "in", ids).execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}

export async function upsertProvider(tx: Tx, provider: StoredProvider): Promise<void> {
  const values = {
    ...provider,
    config: JSON.stringify(provider.config),
    secrets: JSON.stringify(provider.secrets),
    secretsSetAt: JSON.stringify(provider.secretsSetAt),
  };
  const { id: _, createdAt: __, ...changes } = values;
  await db(tx)
    .insertInto("providers")
    .values(values)
    .onConflict((conflict) => conflict.column("id").doUpdateSet(changes))
    .execute();
}

export type StoredService = Omit<ServiceView, "serves">;

/** The version rises by itself. */
export async function upsertService(tx: Tx, service: Omit<StoredService, "id" | "version">): Promise<void> {
  const values = { ...service, cost: JSON.stringify(service.cost), rules: JSON.stringify(service.rules) };
  const { providerId: _, service: __, ...changes } = values;
  await db(tx)
    .insertInto("providerServices")
    .values({ ...values, id: newId("psv") })
    .onConflict((conflict) =>
      conflict.columns(["providerId", "service"]).doUpdateSet((row) => ({
        ...changes,
        version: row("providerServices.version", "+", 1),
      })),
    )
    .execute();
}

export async function findService(scope: Scope, providerId: string, service: string): Promise<StoredService | null> {
  const row = await db(scope)
    .selectFrom("providerServices")
    .selectAll()
    .where("providerId", "=", providerId)
    .where("service", "=", service)
    .executeTakeFirst();
  return row ?? null;
}

/** What suppliers do, with what of the catalogue each service serves. */
export async function listServices(scope: Scope, providerIds: readonly string[]): Promise<ServiceView[]> {
  if (providerIds.length === 0) return [];
  const services = await db(scope)
    .selectFrom("providerServices")
    .selectAll()
    .where("providerId", "in", providerIds)
    .orderBy("service")
    .execute();
  if (services.length === 0) return [];
  const mappings = await db(scope)
    .selectFrom("productServices")
    .selectAll()
    .where(
      "providerServiceId",
      "in",
      services.map((service) => service.id),
    )
    .orderBy("priority")
    .orderBy("id")
    .execute();
  return services.map((service) => ({
    ...service,
    serves: mappings
      .filter((mapping) => mapping.providerServiceId === service.id)
      .map(({ productId, serviceKey, unitsPerItem, priority }) => ({ productId, serviceKey, unitsPerItem, priority })),
  }));
}

/** Takes a mapping away. False when there was none. */
export async function deleteMapping(
  tx: Tx,
  mapping: {
    readonly productId: string | null;
    readonly serviceKey: string | null;
    readonly providerServiceId: string;
  },
): Promise<boolean> {
  const row = await db(tx)
    .deleteFrom("productServices")
    .where("providerServiceId", "=", mapping.providerServiceId)
    .where("productId", "is not distinct from", mapping.productId)
    .where("serviceKey", "is not distinct from", mapping.serviceKey)
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertChange(tx: Tx, change: Omit<ProviderChange, "id">): Promise<void> {
  const { actor, detail, ...row } = change;
  await db(tx)
    .insertInto("providerChanges")
    .values({ ...row, id: newId("pch"), actor: JSON.stringify(actor), detail: JSON.stringify(detail) })
    .execute();
}

/** A supplier's newest changes. */
export async function listChanges(scope: Scope, providerId: string, limit: number): Promise<ProviderChange[]> {
  return db(scope)
    .selectFrom("providerChanges")
    .selectAll()
    .where("providerId", "=", providerId)
    .orderBy("at", "desc")
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
}

/** Maps a target to a supplier's service. False when the supplier has no such service. */
export async function upsertMapping(
  tx: Tx,
  mapping: {
    readonly productId: string | null;
    readonly serviceKey: string | null;
    readonly providerId: string;
    readonly service: string;
    readonly unitsPerItem: number;
    readonly priority: number;
  },
): Promise<boolean> {
  const row = await db(tx)
    .insertInto("productServices")
    .columns(["id", "productId", "serviceKey", "providerServiceId", "unitsPerItem", "priority"])
    .expression((select) =>
      select
        .selectFrom("providerServices")
        .where("providerId", "=", mapping.providerId)
        .where("service", "=", mapping.service)
        .select((row) => [
          row.val(newId("psm")).as("id"),
          sql<string | null>`${mapping.productId}::text`.as("productId"),
          sql<string | null>`${mapping.serviceKey}::text`.as("serviceKey"),
          "providerServices.id as providerServiceId",
          sql<number>`${mapping.unitsPerItem}::int`.as("unitsPerItem"),
          sql<number>`${mapping.priority}::int`.as("priority"),
        ]),
    )
    .onConflict((conflict) =>
      conflict
        .expression(sql`coalesce(product_id, ''), coalesce(service_key, ''), provider_service_id`)
        .doUpdateSet({ unitsPerItem: mapping.unitsPerItem, priority: mapping.priority }),
    )
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

/** Every service mapped to a product or its service key, suppliers' rows locked against a change of state. */
export async function listCandidates(
  tx: Tx,
  target: { readonly productId: string; readonly serviceKey: string | null },
): Promise<ServiceCandidate[]> {
  const rows = await db(tx)
    .selectFrom("productServices")
    .innerJoin("providerServices", "providerServices.id", "productServices.providerServiceId")
    .innerJoin("providers", "providers.id", "providerServices.providerId")
    .where((where) =>
      where.or([
        where("productServices.productId", "=", target.productId),
        ...(target.serviceKey === null ? [] : [where("productServices.serviceKey", "=", target.serviceKey)]),
      ]),
    )
    .select([
      "providers.id as providerId",
      "providers.name as providerName",
      "providers.state as providerState",
      "providers.maxInFlight",
      "providerServices.service",
      "providerServices.isActive",
      "providerServices.rules",
      "providerServices.cost",
      "providerServices.currency",
      "productServices.unitsPerItem",
      "productServices.priority",
      "productServices.productId",
    ])
    .forShare("providers")
    .execute();
  return rows.map(({ productId, ...row }) => ({ ...row, ofProduct: productId !== null }));
}
