import type {
  Currency,
  DeliverableKind,
  OwnershipPolicy,
  Platform,
  ProductCategory,
  ProductState,
} from "@smplat/contracts/vocabulary";
import type { JSONColumnType } from "kysely";
import type { LocalizedText } from "#kernel/locale";
import type { PolicyDecision, PriceBooks, ProductContent, QuantityRule } from "./product.ts";

export interface CatalogTables {
  products: ProductRow;
  productPrices: ProductPriceRow;
  productCapacity: ProductCapacityRow;
}

export interface ProductRow {
  id: string;
  slug: string;
  state: ProductState;
  version: number;
  category: ProductCategory;
  deliverableKind: DeliverableKind;
  serviceKey: string;
  platforms: Platform[];
  title: JSONColumnType<LocalizedText>;
  summary: JSONColumnType<LocalizedText>;
  description: JSONColumnType<LocalizedText>;
  unit: JSONColumnType<LocalizedText>;
  quantity: JSONColumnType<QuantityRule>;
  prices: JSONColumnType<PriceBooks>;
  volumeTiers: JSONColumnType<ProductContent["volumeTiers"]>;
  optionGroups: JSONColumnType<ProductContent["optionGroups"]>;
  addOns: JSONColumnType<ProductContent["addOns"]>;
  customFields: JSONColumnType<ProductContent["customFields"]>;
  plans: JSONColumnType<ProductContent["plans"]>;
  presets: JSONColumnType<ProductContent["presets"]>;
  faq: JSONColumnType<ProductContent["faq"]>;
  media: JSONColumnType<ProductContent["media"]>;
  evidence: JSONColumnType<ProductContent["evidence"]>;
  sla: JSONColumnType<ProductContent["sla"]>;
  measurement: "required" | "optional";
  ownershipPolicy: OwnershipPolicy;
  policy: JSONColumnType<PolicyDecision> | null;
  artSeed: number;
  sortRank: number;
  createdAt: Date;
  updatedAt: Date;
  publishedAt: Date | null;
}

/** What the smallest order costs in each currency: the list filters and sorts by it. */
export interface ProductPriceRow {
  productId: string;
  currency: Currency;
  fromPriceMinor: number;
}

/** Only products with a limit have a row, so that selling the others locks nothing. */
export interface ProductCapacityRow {
  productId: string;
  remaining: number;
}
