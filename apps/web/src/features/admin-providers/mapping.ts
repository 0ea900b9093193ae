import type { OperatorProduct, ProviderService } from "@smplat/contracts";
import type { Locale } from "@smplat/contracts/vocabulary";

/** What of the catalogue a service serves: a product, or all that have a service key. */
export type Mapping = ProviderService["serves"][number];

export const targetOf = ({ productId, serviceKey }: Mapping) =>
  productId === null
    ? { kind: "service-key" as const, serviceKey: serviceKey ?? "" }
    : { kind: "product" as const, productId };

/** A product's title where it is known, and otherwise what stands in the mapping. */
export const mappingName = (
  { productId, serviceKey }: Mapping,
  products: readonly OperatorProduct[],
  locale: Locale,
): string => products.find((product) => product.id === productId)?.title[locale] ?? serviceKey ?? productId ?? "";
