import type { Tx } from "#infrastructure/database";
import type { Actor } from "#kernel/actor";
import type { Clock } from "#kernel/clock";
import { productForbidden, productNotFound, productNotPublished, productVersionConflict } from "./catalog-errors.ts";
import type { CatalogProduct } from "./product.ts";
import { productUnpublished } from "./product-events.ts";
import { mayOnProducts } from "./product-policy.ts";
import { findProduct, updateProductState } from "./product-repository.ts";
import { productMachine } from "./product-states.ts";

/** Takes a product off sale: new quotes and checkouts refuse it, placed orders are untouched. */
export async function unpublishProduct(
  deps: { clock: Clock },
  tx: Tx,
  actor: Actor,
  productId: string,
  input: { readonly version: number; readonly reason: string },
): Promise<CatalogProduct> {
  if (!mayOnProducts.unpublish(actor)) throw productForbidden("unpublish");
  const product = await findProduct(tx, productId);
  if (product === null) throw productNotFound(productId);
  if (product.version !== input.version) throw productVersionConflict(input.version, product.version);
  if (!productMachine.allows(product.state, "unpublish", "unpublished")) throw productNotPublished([productId]);
  const changes = {
    state: "unpublished",
    policy: product.policy,
    updatedAt: deps.clock.now(),
    publishedAt: product.publishedAt,
  } as const;
  if (!(await updateProductState(tx, product, changes))) {
    throw productVersionConflict(input.version, input.version + 1);
  }
  const version = input.version + 1;
  tx.publish(productUnpublished, { productId, slug: product.slug, version, reason: input.reason });
  return { ...product, ...changes, version };
}
