import { type Platform, productCategories } from "@smplat/contracts/vocabulary";
import type { QueryValues } from "#i18n/href.ts";
import { parsePlatform } from "#shop-context/platform-context.ts";

export const listSorts = ["featured", "price-asc", "price-desc", "title", "newest"] as const;
type ListSort = (typeof listSorts)[number];
type Category = (typeof productCategories)[number];

/** The filters of the list as its address holds them; prices in whole units of the currency. */
export interface ListFilters {
  readonly platform: Platform | null;
  readonly category: Category | null;
  readonly q: string;
  readonly min: number | null;
  readonly max: number | null;
  readonly sort: ListSort;
  readonly cursor: string | null;
}

export type SearchParams = Readonly<Record<string, string | string[] | undefined>>;

const maxPrice = 1_000_000;
const maxTextLength = 120;

function single(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? value[0] : value)?.trim() ?? "";
}

function price(value: string): number | null {
  const number = Number.parseInt(value, 10);
  return Number.isFinite(number) && number >= 0 && number <= maxPrice ? number : null;
}

/** Reads an address; what it does not know it leaves out, so that no link can break the page. */
export function readFilters(params: SearchParams): ListFilters {
  const category = single(params.category);
  const sort = single(params.sort);
  return {
    platform: parsePlatform(single(params.platform))?.platform ?? null,
    category: productCategories.find((known) => known === category) ?? null,
    q: single(params.q).slice(0, maxTextLength),
    min: price(single(params.min)),
    max: price(single(params.max)),
    sort: listSorts.find((known) => known === sort) ?? "featured",
    cursor: single(params.cursor) || null,
  };
}

/** The opposite of `readFilters`: only what differs from the plain list. */
export function filterQuery(filters: Partial<ListFilters>): QueryValues {
  return {
    platform: filters.platform,
    category: filters.category,
    q: filters.q,
    min: filters.min,
    max: filters.max,
    sort: filters.sort === "featured" ? null : filters.sort,
    cursor: filters.cursor,
  };
}

export function isFiltered({ platform, category, q, min, max }: ListFilters): boolean {
  return platform !== null || category !== null || q !== "" || min !== null || max !== null;
}
