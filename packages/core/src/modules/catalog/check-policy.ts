import type { Scope } from "#infrastructure/database";
import type { Actor } from "#kernel/actor";
import type { Clock } from "#kernel/clock";
import { productForbidden, productNotFound } from "./catalog-errors.ts";
import { evaluatePublishPolicy } from "./evaluate-publish-policy.ts";
import type { PolicyDecision } from "./product.ts";
import { mayOnProducts } from "./product-policy.ts";
import { findProduct } from "./product-repository.ts";

/** What the publish policy says of a product now, without changing anything. */
export async function checkPolicy(
  deps: { clock: Clock },
  scope: Scope,
  actor: Actor,
  productId: string,
): Promise<PolicyDecision> {
  if (!mayOnProducts.checkPolicy(actor)) throw productForbidden("checkPolicy");
  const product = await findProduct(scope, productId);
  if (product === null) throw productNotFound(productId);
  return evaluatePublishPolicy(product, deps.clock.now());
}
