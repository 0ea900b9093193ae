import type { DeliverableKind, Platform, ProductCategory } from "@smplat/contracts/vocabulary";

/** `relevance` is how well a text matches; without a text it is `featured`. */
export type ProductSort = "featured" | "relevance" | "price-asc" | "price-desc" | "title" | "newest";

/** What a list shows of a product, in one language and currency. */
export interface ProductCard {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly category: ProductCategory;
  readonly deliverableKind: DeliverableKind;
  readonly platforms: readonly Platform[];
  readonly unit: string;
  /** Net price of the smallest order. */
  readonly fromPriceMinor: number;
  readonly capacityRemaining: number | null;
  readonly quantity: { readonly minimum: number; readonly default: number };
  readonly sla: { readonly startsWithinHours: number; readonly deliversWithinHours: number };
  readonly artSeed: number;
  /** What the list is sorted by. */
  readonly sortValue: string | number;
}
