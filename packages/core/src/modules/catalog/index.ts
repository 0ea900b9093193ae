export { type Catalog, type CatalogDeps, createCatalog } from "./catalog.ts";
export type { FieldProblem } from "./catalog-errors.ts";
export type { ProductListQuery, StaffProductQuery } from "./list-products.ts";
export {
  type AddOn,
  type Availability,
  availabilityOf,
  type CatalogProduct,
  type CustomField,
  type EvidencePolicy,
  type OptionGroup,
  optionPath,
  type Plan,
  type PolicyDecision,
  type Preset,
  type PriceBook,
  type ProductContent,
  type ProductDraft,
  type ProductOption,
  type Selection,
  serviceKeyFor,
  type VisibilityCondition,
  type VolumeTier,
} from "./product.ts";
export type { ProductCard, ProductSort } from "./product-card.ts";
export { productPublished, productSaved, productUnpublished } from "./product-events.ts";
export { catalogInvariants } from "./product-invariants.ts";
export type { CapacityItem } from "./reserve-capacity.ts";
export type { SmallestOrderNet } from "./save-product.ts";
