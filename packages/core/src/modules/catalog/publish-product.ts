import type { Tx } from "#infrastructure/database";
import type { Actor } from "#kernel/actor";
import type { Clock } from "#kernel/clock";
import { productForbidden, productNotFound, productPolicyRefused, productVersionConflict } from "./catalog-errors.ts";
import { evaluatePublishPolicy } from "./evaluate-publish-policy.ts";
import type { CatalogProduct } from "./product.ts";
import { productPublished } from "./product-events.ts";
import { mayOnProducts } from "./product-policy.ts";
import { findProduct, updateProductState } from "./product-repository.ts";

/**
 * Puts a product on sale if the policy doesn't refuse it. A product flagged for review is published by the admin who
 * asks, with the flag kept on the decision. Publishing what is on sale renews the decision.
 */
export async function publishProduct(
  deps: { clock: Clock },
  tx: Tx,
  actor: Actor,
  productId: string,
  version: number,
): Promise<CatalogProduct> {
  if (!mayOnProducts.publish(actor)) throw productForbidden("publish");
  const product = await findProduct(tx, productId);
  if (product === null) throw productNotFound(productId);
  if (product.version !== version) throw productVersionConflict(version, product.version);
  const now = deps.clock.now();
  const policy = evaluatePublishPolicy(product, now);
  if (policy.outcome === "refused") throw productPolicyRefused(policy);
  const changes = { state: "published", policy, updatedAt: now, publishedAt: product.publishedAt ?? now } as const;
  if (!(await updateProductState(tx, product, changes))) throw productVersionConflict(version, version + 1);
  tx.publish(productPublished, {
    productId,
    slug: product.slug,
    version: version + 1,
    outcome: policy.outcome,
  });
  return { ...product, ...changes, version: version + 1 };
}
