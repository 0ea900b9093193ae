import type { Scope } from "#infrastructure/database";
import { productNotFound } from "./catalog-errors.ts";
import type { CatalogProduct } from "./product.ts";
import { findProductBySlug } from "./product-repository.ts";

/** A product on sale. Throws `product.not-found` when there is none by that name or it isn't on sale. */
export async function getPublished(scope: Scope, slug: string): Promise<CatalogProduct> {
  const product = await findProductBySlug(scope, slug);
  if (product === null || product.state !== "published") throw productNotFound(slug);
  return product;
}
