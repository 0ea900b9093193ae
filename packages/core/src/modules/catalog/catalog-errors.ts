import { DomainError } from "#kernel/domain-error";
import type { PolicyDecision } from "./product.ts";

/** What is wrong with one field of a draft, by path. */
export interface FieldProblem {
  readonly path: string;
  readonly message: string;
}

/** No such product, or none that is on sale. */
export const productNotFound = (product: string) => new DomainError("product.not-found", { product });

/** The product exists but is not on sale. */
export const productNotPublished = (productIds: readonly string[]) =>
  new DomainError("product.not-published", { productIds });

/** Less capacity is left than was asked for. */
export const productSoldOut = (productIds: readonly string[]) => new DomainError("product.sold-out", { productIds });

/** The publish policy refuses the product as it stands. */
export const productPolicyRefused = (decision: PolicyDecision) =>
  new DomainError("product.policy-refused", { reasons: decision.reasons });

/** The caller decided on an older version of the product than the one stored. */
export const productVersionConflict = (expected: number, actual: number) =>
  new DomainError("product.version-conflict", { expected, actual });

/** The draft can't be saved: its parts contradict each other. */
export const productInvalid = (fields: readonly FieldProblem[]) => new DomainError("product.invalid", { fields });

/** The product can't move that way from where it stands, e.g. unpublish a draft. */
export const productForbidden = (command: string) => new DomainError("auth.forbidden", { command });
