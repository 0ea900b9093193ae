import type { Currency, ProductState } from "@smplat/contracts/vocabulary";
import { CompiledQuery, type Kysely, sql } from "kysely";
import { isUniqueViolation, type Scope, type Tx } from "#infrastructure/database";
import { productInvalid } from "./catalog-errors.ts";
import type { CatalogProduct, PolicyDecision } from "./product.ts";
import type { CatalogTables } from "./tables.ts";

const db = (scope: Scope): Kysely<CatalogTables> => scope.tables<CatalogTables>();
const json = (value: unknown): string => JSON.stringify(value);

/** All but the search vectors, which are large and only for the database. */
const columns = [
  "id",
  "slug",
  "state",
  "version",
  "category",
  "deliverableKind",
  "serviceKey",
  "platforms",
  "title",
  "summary",
  "description",
  "unit",
  "quantity",
  "prices",
  "volumeTiers",
  "optionGroups",
  "addOns",
  "customFields",
  "plans",
  "presets",
  "faq",
  "media",
  "evidence",
  "sla",
  "measurement",
  "ownershipPolicy",
  "policy",
  "artSeed",
  "sortRank",
  "createdAt",
  "updatedAt",
  "publishedAt",
] as const satisfies readonly (keyof CatalogProduct)[];

const selectProducts = (scope: Scope) =>
  db(scope)
    .selectFrom("products")
    .leftJoin("productCapacity", "productCapacity.productId", "products.id")
    .select(columns.map((name) => `products.${name}` as const))
    .select("productCapacity.remaining as capacityRemaining");

const snakeCase = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const productRows = `select ${columns.map((name) => `products.${snakeCase(name)} as "${name}"`).join(", ")},
    product_capacity.remaining as "capacityRemaining"
  from products left join product_capacity on product_capacity.product_id = products.id`;
const statements = {
  byId: `${productRows} where products.id = $1`,
  bySlug: `${productRows} where products.slug = $1`,
  byIds: `${productRows} where products.id = any($1)`,
} as const;

/** Written out once and read past the plugin that renames columns: products are looked up by nearly every request. */
async function readProducts(scope: Scope, by: keyof typeof statements, value: unknown): Promise<CatalogProduct[]> {
  const query = CompiledQuery.raw(statements[by], [value]);
  return (await db(scope).withoutPlugins().executeQuery<CatalogProduct>(query)).rows;
}

export async function findProduct(scope: Scope, productId: string): Promise<CatalogProduct | null> {
  return (await readProducts(scope, "byId", productId))[0] ?? null;
}

export async function findProductBySlug(scope: Scope, slug: string): Promise<CatalogProduct | null> {
  return (await readProducts(scope, "bySlug", slug))[0] ?? null;
}

export async function findProducts(scope: Scope, productIds: readonly string[]): Promise<CatalogProduct[]> {
  return productIds.length === 0 ? [] : readProducts(scope, "byIds", productIds);
}

export interface StaffFilter {
  readonly state?: ProductState;
  readonly text?: string;
  readonly before?: { readonly updatedAt: Date; readonly id: string };
  readonly limit: number;
}

export async function listProductRows(scope: Scope, filter: StaffFilter): Promise<CatalogProduct[]> {
  let query = selectProducts(scope);
  if (filter.state !== undefined) query = query.where("products.state", "=", filter.state);
  if (filter.text !== undefined) {
    const like = `%${filter.text.replaceAll(/[\\%_]/g, "\\$&")}%`;
    query = query.where((where) =>
      where.or([
        where("products.slug", "ilike", like),
        where(sql<string>`products.title ->> 'en'`, "ilike", like),
        where(sql<string>`products.title ->> 'de'`, "ilike", like),
      ]),
    );
  }
  const { before } = filter;
  if (before !== undefined) {
    query = query.where(sql<boolean>`(products.updated_at, products.id) < (${before.updatedAt}, ${before.id})`);
  }
  return query.orderBy("products.updatedAt", "desc").orderBy("products.id", "desc").limit(filter.limit).execute();
}

export interface FromPrice {
  readonly currency: Currency;
  readonly fromPriceMinor: number;
}

/** Throws `product.invalid` when the slug is taken. */
export async function insertProduct(tx: Tx, product: CatalogProduct, prices: readonly FromPrice[]): Promise<void> {
  await db(tx)
    .insertInto("products")
    .values(rowOf(product))
    .execute()
    .catch((error: unknown) => throwTakenSlug(error, product.slug));
  await writePrices(tx, product.id, prices);
  await writeCapacity(tx, product);
}

/** False when another writer was faster. Throws `product.invalid` when the slug is taken. */
export async function updateProduct(tx: Tx, product: CatalogProduct, prices: readonly FromPrice[]): Promise<boolean> {
  const { id, ...values } = rowOf(product);
  const written = await db(tx)
    .updateTable("products")
    .set(values)
    .where("id", "=", id)
    .where("version", "=", product.version - 1)
    .returning("id")
    .execute()
    .catch((error: unknown) => throwTakenSlug(error, product.slug));
  if (written.length === 0) return false;
  await writePrices(tx, id, prices);
  await writeCapacity(tx, product);
  return true;
}

/** Moves a product on or off sale. False when another writer was faster. */
export async function updateProductState(
  tx: Tx,
  product: Pick<CatalogProduct, "id" | "version">,
  changes: {
    readonly state: ProductState;
    readonly policy: PolicyDecision | null;
    readonly updatedAt: Date;
    readonly publishedAt: Date | null;
  },
): Promise<boolean> {
  const written = await db(tx)
    .updateTable("products")
    .set({ ...changes, policy: changes.policy === null ? null : json(changes.policy), version: product.version + 1 })
    .where("id", "=", product.id)
    .where("version", "=", product.version)
    .returning("id")
    .execute();
  return written.length > 0;
}

async function writePrices(tx: Tx, productId: string, prices: readonly FromPrice[]): Promise<void> {
  await db(tx).deleteFrom("productPrices").where("productId", "=", productId).execute();
  if (prices.length === 0) return;
  await db(tx)
    .insertInto("productPrices")
    .values(prices.map((price) => ({ productId, ...price })))
    .execute();
}

async function writeCapacity(tx: Tx, product: CatalogProduct): Promise<void> {
  const { id: productId, capacityRemaining: remaining } = product;
  if (remaining === null) {
    await db(tx).deleteFrom("productCapacity").where("productId", "=", productId).execute();
    return;
  }
  await db(tx)
    .insertInto("productCapacity")
    .values({ productId, remaining })
    .onConflict((conflict) => conflict.column("productId").doUpdateSet({ remaining }))
    .execute();
}

export interface CapacityResult {
  readonly productId: string;
  /** Null when there is no such product. */
  readonly state: ProductState | null;
  readonly limited: boolean;
  readonly taken: boolean;
}

type Units = readonly { readonly productId: string; readonly units: number }[];

const unitsTable = (items: Units) =>
  sql`unnest(${items.map((item) => item.productId)}::text[], ${items.map((item) => item.units)}::int[])
    as wanted (product_id, units)`;

/**
 * Lowers what is left of each limited product that has enough, and says for every item how it went. Rows are locked in
 * the order of their ids first, so that two orders of the same products can't wait for each other in a circle.
 */
export async function takeCapacity(tx: Tx, items: Units): Promise<CapacityResult[]> {
  const { rows } = await sql<CapacityResult>`
    with wanted as (select * from ${unitsTable(items)}),
    locked as materialized (
      select product_id from product_capacity where product_id in (select product_id from wanted)
      order by product_id for update
    ),
    taken as (
      update product_capacity set remaining = product_capacity.remaining - wanted.units
      from wanted join locked using (product_id)
      where product_capacity.product_id = wanted.product_id and product_capacity.remaining >= wanted.units
      returning product_capacity.product_id
    )
    select wanted.product_id, products.state,
      exists (select from product_capacity where product_capacity.product_id = wanted.product_id) as limited,
      exists (select from taken where taken.product_id = wanted.product_id) as taken
    from wanted left join products on products.id = wanted.product_id`.execute(db(tx));
  return rows;
}

export async function addCapacity(tx: Tx, items: Units): Promise<void> {
  await sql`
    update product_capacity set remaining = product_capacity.remaining + wanted.units
    from ${unitsTable(items)} where product_capacity.product_id = wanted.product_id`.execute(db(tx));
}

function throwTakenSlug(error: unknown, slug: string): never {
  if (isUniqueViolation(error, "products_slug_key")) {
    throw productInvalid([{ path: "slug", message: `${slug} is taken by another product` }]);
  }
  throw error;
}

function rowOf({ capacityRemaining: _, ...product }: CatalogProduct) {
  return {
    ...product,
    platforms: [...product.platforms],
    title: json(product.title),
    summary: json(product.summary),
    description: json(product.description),
    unit: json(product.unit),
    quantity: json(product.quantity),
    prices: json(product.prices),
    volumeTiers: json(product.volumeTiers),
    optionGroups: json(product.optionGroups),
    addOns: json(product.addOns),
    customFields: json(product.customFields),
    plans: json(product.plans),
    presets: json(product.presets),
    faq: json(product.faq),
    media: json(product.media),
    evidence: json(product.evidence),
    sla: json(product.sla),
    policy: product.policy === null ? null : json(product.policy),
  };
}
