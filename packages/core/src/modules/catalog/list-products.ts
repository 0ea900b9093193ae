import type { Currency, Locale, Platform, ProductCategory, ProductState } from "@smplat/contracts/vocabulary";
import type { Scope } from "#infrastructure/database";
import type { Actor } from "#kernel/actor";
import { DomainError } from "#kernel/domain-error";
import { decodeCursor, type Page, toPage } from "#kernel/page";
import { productForbidden } from "./catalog-errors.ts";
import type { CatalogProduct } from "./product.ts";
import type { ProductCard, ProductSort } from "./product-card.ts";
import { listCardRows } from "./product-card-repository.ts";
import { mayOnProducts } from "./product-policy.ts";
import { listProductRows } from "./product-repository.ts";
import { searchWords } from "./search-words.ts";

/** Prices are net, of the smallest order. */
export interface ProductListQuery {
  readonly platform?: Platform | undefined;
  readonly category?: ProductCategory | undefined;
  readonly text?: string | undefined;
  readonly minPriceMinor?: number | undefined;
  readonly maxPriceMinor?: number | undefined;
  readonly currency: Currency;
  readonly locale: Locale;
  readonly sort?: ProductSort | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

/** A page of cards. A cursor belongs to the sort it was made with; another sort refuses it. */
export async function listPublished(scope: Scope, query: ProductListQuery): Promise<Page<ProductCard>> {
  const words = query.text === undefined ? null : searchWords(query.text);
  const wished = query.sort ?? (words === null ? "featured" : "relevance");
  const sort = wished === "relevance" && words === null ? "featured" : wished;
  const limit = query.limit ?? 24;
  const rows = await listCardRows(scope, {
    currency: query.currency,
    locale: query.locale,
    platform: query.platform ?? null,
    category: query.category ?? null,
    words,
    minPriceMinor: query.minPriceMinor ?? null,
    maxPriceMinor: query.maxPriceMinor ?? null,
    sort,
    after: query.cursor === undefined ? null : cardPosition(query.cursor, sort),
    limit: limit + 1,
  });
  return toPage(rows, limit, (card) => [sort, card.sortValue, card.id]);
}

function cardPosition(cursor: string, sort: ProductSort): { value: string | number; id: string } {
  const [madeFor, value, id] = decodeCursor(cursor, 3);
  const textual = sort === "title" || sort === "newest";
  const fits = textual ? typeof value === "string" : Number.isSafeInteger(value);
  const isInstant = sort !== "newest" || !Number.isNaN(Date.parse(String(value)));
  if (madeFor !== sort || !fits || !isInstant || value === null || value === undefined || typeof id !== "string") {
    throw new DomainError("page.cursor-invalid");
  }
  return { value, id };
}

export interface StaffProductQuery {
  readonly state?: ProductState | undefined;
  /** Part of a title or of the slug. */
  readonly text?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

/** All products, the last changed first. */
export async function listForStaff(
  scope: Scope,
  actor: Actor,
  query: StaffProductQuery,
): Promise<Page<CatalogProduct>> {
  if (!mayOnProducts.list(actor)) throw productForbidden("list");
  const limit = query.limit ?? 50;
  const rows = await listProductRows(scope, {
    limit: limit + 1,
    ...(query.state === undefined ? {} : { state: query.state }),
    ...(query.text === undefined ? {} : { text: query.text }),
    ...(query.cursor === undefined ? {} : { before: staffPosition(query.cursor) }),
  });
  return toPage(rows, limit, (product) => [product.updatedAt.toISOString(), product.id]);
}

function staffPosition(cursor: string): { updatedAt: Date; id: string } {
  const [updatedAt, id] = decodeCursor(cursor, 2);
  const at = new Date(String(updatedAt));
  if (Number.isNaN(at.getTime()) || typeof id !== "string") throw new DomainError("page.cursor-invalid");
  return { updatedAt: at, id };
}
