import type { Currency } from "@smplat/contracts/vocabulary";
import type { Tx } from "#infrastructure/database";
import { type Actor, isStaff } from "#kernel/actor";
import type { Clock } from "#kernel/clock";
import { newId } from "#kernel/id";
import {
  productForbidden,
  productInvalid,
  productNotFound,
  productPolicyRefused,
  productVersionConflict,
} from "./catalog-errors.ts";
import { checkDraft } from "./check-draft.ts";
import { evaluatePublishPolicy } from "./evaluate-publish-policy.ts";
import type { CatalogProduct, ProductContent, ProductDraft } from "./product.ts";
import { productSaved } from "./product-events.ts";
import { mayOnProducts } from "./product-policy.ts";
import { findProduct, insertProduct, updateProduct } from "./product-repository.ts";

/** The net price of the smallest order of a product in a currency it is priced in. */
export type SmallestOrderNet = (product: ProductContent, currency: Currency) => number;

interface SaveDeps {
  readonly clock: Clock;
  readonly smallestOrderNet: SmallestOrderNet;
}

/** Stores a draft whole, with the policy's opinion of it, so that operators see it before anybody publishes. */
export async function saveProduct(deps: SaveDeps, tx: Tx, actor: Actor, draft: ProductDraft): Promise<CatalogProduct> {
  if (!mayOnProducts.save(actor)) throw productForbidden("save");
  const problems = checkDraft(draft);
  if (problems.length > 0) throw productInvalid(problems);
  const product = draft.id === undefined ? newProduct(deps, draft) : await changedProduct(deps, tx, draft, draft.id);
  const fromPrices = Object.keys(product.prices).map((currency) => ({
    currency: currency as Currency,
    fromPriceMinor: deps.smallestOrderNet(product, currency as Currency),
  }));
  if (draft.id === undefined) await insertProduct(tx, product, fromPrices);
  else if (!(await updateProduct(tx, product, fromPrices))) {
    throw productVersionConflict(product.version - 1, product.version);
  }
  tx.publish(
    productSaved,
    { productId: product.id, slug: product.slug, version: product.version },
    isStaff(actor) ? { source: "admin" } : {},
  );
  return product;
}

function newProduct(deps: SaveDeps, { id: _id, version: _version, ...content }: ProductDraft): CatalogProduct {
  const now = deps.clock.now();
  return {
    ...content,
    id: newId("prd"),
    state: "draft",
    version: 1,
    policy: evaluatePublishPolicy(content, now),
    capacityRemaining: content.capacityRemaining ?? null,
    createdAt: now,
    updatedAt: now,
    publishedAt: null,
  };
}

async function changedProduct(deps: SaveDeps, tx: Tx, draft: ProductDraft, id: string): Promise<CatalogProduct> {
  const { version, id: _id, ...content } = draft;
  const stored = await findProduct(tx, id);
  if (stored === null) throw productNotFound(id);
  if (version !== stored.version) throw productVersionConflict(version ?? 0, stored.version);
  const now = deps.clock.now();
  const policy = evaluatePublishPolicy(content, now);
  if (stored.state === "published" && policy.outcome === "refused") throw productPolicyRefused(policy);
  const capacityRemaining =
    content.capacityRemaining === undefined ? stored.capacityRemaining : content.capacityRemaining;
  return { ...stored, ...content, capacityRemaining, version: stored.version + 1, policy, updatedAt: now };
}
