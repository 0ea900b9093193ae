import type { Currency, Locale, Platform, ProductCategory } from "@smplat/contracts/vocabulary";
import { type RawBuilder, sql } from "kysely";
import type { Scope } from "#infrastructure/database";
import type { ProductCard, ProductSort } from "./product-card.ts";
import type { SearchWords } from "./search-words.ts";
import type { CatalogTables } from "./tables.ts";

export interface CardFilter {
  readonly currency: Currency;
  readonly locale: Locale;
  readonly platform: Platform | null;
  readonly category: ProductCategory | null;
  readonly words: SearchWords | null;
  readonly minPriceMinor: number | null;
  readonly maxPriceMinor: number | null;
  readonly sort: ProductSort;
  readonly after: { readonly value: string | number; readonly id: string } | null;
  readonly limit: number;
}

const dictionaries = { en: "english", de: "german" } as const;
const searchColumns = { en: sql.ref("products.search_en"), de: sql.ref("products.search_de") } as const;

/** One statement: cards on sale in this currency that pass the filter, after a position, in order. */
export async function listCardRows(scope: Scope, filter: CardFilter): Promise<ProductCard[]> {
  const search = filter.words === null ? null : searchQuery(filter.words, filter.locale);
  const order = orderOf(filter, search);
  const direction = order.descending ? sql`desc` : sql`asc`;
  const conditions = [sql`products.state = 'published'`, ...conditionsOf(filter, search)];
  if (filter.after !== null) {
    const past = order.descending ? sql`<` : sql`>`;
    conditions.push(sql`(${order.by}, products.id) ${past} (${order.cast(filter.after.value)}, ${filter.after.id})`);
  }
  // Named as the card names them and run past the plugin that would rename every column of every row: the list is the
  // most read page, and that renaming was a sixth of its time.
  const statement = sql<ProductCard>`
    select products.id, products.slug, products.title ->> ${filter.locale} as title,
      products.summary ->> ${filter.locale} as summary, products.category,
      products.deliverable_kind as "deliverableKind", products.platforms, products.unit ->> ${filter.locale} as unit,
      product_prices.from_price_minor as "fromPriceMinor", product_capacity.remaining as "capacityRemaining",
      products.quantity, products.sla, products.art_seed as "artSeed", ${order.value} as "sortValue"
    from products
    join product_prices on product_prices.product_id = products.id and product_prices.currency = ${filter.currency}
    left join product_capacity on product_capacity.product_id = products.id
    where ${sql.join(conditions, sql` and `)}
    order by ${order.by} ${direction}, products.id ${direction}
    limit ${filter.limit}`;
  const { rows } = await statement.execute(scope.tables<CatalogTables>().withoutPlugins());
  return rows;
}

function conditionsOf(filter: CardFilter, search: RawBuilder<unknown> | null): RawBuilder<unknown>[] {
  const conditions: RawBuilder<unknown>[] = [];
  if (filter.platform !== null) conditions.push(sql`products.platforms @> array[${filter.platform}]`);
  if (filter.category !== null) conditions.push(sql`products.category = ${filter.category}`);
  if (filter.minPriceMinor !== null) {
    conditions.push(sql`product_prices.from_price_minor >= ${filter.minPriceMinor}::bigint`);
  }
  if (filter.maxPriceMinor !== null) {
    conditions.push(sql`product_prices.from_price_minor <= ${filter.maxPriceMinor}::bigint`);
  }
  if (search !== null) conditions.push(sql`${searchColumns[filter.locale]} @@ ${search}`);
  return conditions;
}

/** Finds the text as whole words, or with its last word unfinished. */
function searchQuery(words: SearchWords, locale: Locale): RawBuilder<unknown> {
  const dictionary = sql.lit(dictionaries[locale]);
  const whole = sql`websearch_to_tsquery(${dictionary}, ${words.whole})`;
  if (words.prefix === null) return whole;
  const unfinished = sql`to_tsquery('simple', ${words.prefix})`;
  if (words.head === "") return sql`(${whole} || ${unfinished})`;
  return sql`(${whole} || (websearch_to_tsquery(${dictionary}, ${words.head}) && ${unfinished}))`;
}

interface CardOrder {
  /** What rows are ordered and compared by. */
  readonly by: RawBuilder<unknown>;
  /** The same, as it goes into a cursor. */
  readonly value: RawBuilder<unknown>;
  readonly descending: boolean;
  readonly cast: (value: string | number) => RawBuilder<unknown>;
}

function orderOf(filter: CardFilter, search: RawBuilder<unknown> | null): CardOrder {
  const asInteger = (value: string | number) => sql`${value}::bigint`;
  const plain = (by: RawBuilder<unknown>, descending: boolean): CardOrder => ({
    by,
    value: by,
    descending,
    cast: asInteger,
  });
  switch (filter.sort) {
    case "relevance": {
      // A whole number, because a float doesn't survive the way through a cursor.
      const rank = sql`(ts_rank(${searchColumns[filter.locale]}, ${search ?? sql`''::tsquery`}) * 1000000)::bigint`;
      return plain(rank, true);
    }
    case "price-asc":
      return plain(sql`product_prices.from_price_minor`, false);
    case "price-desc":
      return plain(sql`product_prices.from_price_minor`, true);
    case "title": {
      const title = sql`lower(products.title ->> ${sql.lit(filter.locale)})`;
      return { by: title, value: title, descending: false, cast: (value) => sql`${value}::text` };
    }
    case "newest":
      return {
        by: sql`products.published_at`,
        value: sql`to_char(products.published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
        descending: true,
        cast: (value) => sql`${value}::timestamptz`,
      };
    default:
      return plain(sql`products.sort_rank`, false);
  }
}
