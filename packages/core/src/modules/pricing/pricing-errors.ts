import { DomainError } from "#kernel/domain-error";
import type { FieldProblem } from "#modules/catalog";

/** The configuration is not possible; `fields` names each wrong choice or answer in the shopper's language. */
export const selectionInvalid = (fields: readonly FieldProblem[]) => new DomainError("selection.invalid", { fields });

/** The channel's platform is none of the product's. */
export const platformNotEligible = (platform: string, eligible: readonly string[]) =>
  new DomainError("selection.platform-not-eligible", { platform, eligible });

/** There is no such product to price. */
export const productNotFound = (productId: string) => new DomainError("product.not-found", { productId });

/** The product is off sale. */
export const productNotPublished = (productId: string) =>
  new DomainError("product.not-published", { productIds: [productId] });

/** Quotes need somebody who owns them. */
export const quoteOwnerRequired = () => new DomainError("auth.required");

/** The adjustments of a cart are worth more than what is in it. */
export const adjustmentTooLarge = (amountMinor: number) => new DomainError("money.out-of-range", { amountMinor });
