import type { Scope, Tx } from "#infrastructure/database";
import type { Actor } from "#kernel/actor";
import type { Clock } from "#kernel/clock";
import type { Page } from "#kernel/page";
import { checkPolicy } from "./check-policy.ts";
import { getPublished } from "./get-product.ts";
import { listForStaff, listPublished, type ProductListQuery, type StaffProductQuery } from "./list-products.ts";
import type { CatalogProduct, PolicyDecision, ProductDraft } from "./product.ts";
import type { ProductCard } from "./product-card.ts";
import { findProduct, findProducts } from "./product-repository.ts";
import { publishProduct } from "./publish-product.ts";
import { type CapacityItem, releaseCapacity, reserveCapacity } from "./reserve-capacity.ts";
import { type SmallestOrderNet, saveProduct } from "./save-product.ts";
import { unpublishProduct } from "./unpublish-product.ts";

/** What the shop sells. Commands take the caller's transaction, queries any scope. */
export interface Catalog {
  /** Cards of products on sale in one language and currency; one statement. Throws `page.cursor-invalid`. */
  listPublished(scope: Scope, query: ProductListQuery): Promise<Page<ProductCard>>;
  /** A product on sale, whole; one statement. Throws `product.not-found`. */
  getPublished(scope: Scope, slug: string): Promise<CatalogProduct>;
  /** A product in whatever state; null when there is none. */
  findById(scope: Scope, productId: string): Promise<CatalogProduct | null>;
  /** Those of the products that exist, in whatever state and order; one statement. */
  findByIds(scope: Scope, productIds: readonly string[]): Promise<CatalogProduct[]>;
  /**
   * Takes capacity for an order, all or nothing; one statement. Throws `product.sold-out` or `product.not-published`
   * with `productIds`; the caller's transaction must then be given up.
   */
  reserve(tx: Tx, items: readonly CapacityItem[]): Promise<void>;
  /** Gives capacity back; one statement. Products without a limit are left alone. */
  release(tx: Tx, items: readonly CapacityItem[]): Promise<void>;
  /**
   * Stores a new product as a draft, or changes one. Throws `product.invalid` with `fields`, `product.version-conflict`,
   * and `product.policy-refused` for a change that a product on sale may not have.
   */
  save(tx: Tx, actor: Actor, draft: ProductDraft): Promise<CatalogProduct>;
  /** What the publish policy says of a product as it stands; stores nothing. Throws `product.not-found`. */
  checkPolicy(scope: Scope, actor: Actor, productId: string): Promise<PolicyDecision>;
  /** Puts a product on sale. Throws `product.not-found`, `product.version-conflict`, `product.policy-refused`. */
  publish(tx: Tx, actor: Actor, productId: string, version: number): Promise<CatalogProduct>;
  /** Takes a product off sale; orders go on. Throws `product.not-found`, `product.version-conflict`. */
  unpublish(tx: Tx, actor: Actor, productId: string, version: number, reason: string): Promise<CatalogProduct>;
  /** All products, the last changed first. Throws `page.cursor-invalid`. */
  listForStaff(scope: Scope, actor: Actor, query: StaffProductQuery): Promise<Page<CatalogProduct>>;
}

export interface CatalogDeps {
  readonly clock: Clock;
  /** The net price of the smallest order; pricing's, handed in because pricing is above the catalogue. */
  readonly smallestOrderNet: SmallestOrderNet;
}

export function createCatalog(deps: CatalogDeps): Catalog {
  return {
    listPublished,
    getPublished,
    findById: findProduct,
    findByIds: findProducts,
    reserve: reserveCapacity,
    release: releaseCapacity,
    save: (tx, actor, draft) => saveProduct(deps, tx, actor, draft),
    checkPolicy: (scope, actor, productId) => checkPolicy(deps, scope, actor, productId),
    publish: (tx, actor, productId, version) => publishProduct(deps, tx, actor, productId, version),
    unpublish: (tx, actor, productId, version, reason) =>
      unpublishProduct(deps, tx, actor, productId, { version, reason }),
    listForStaff,
  };
}
