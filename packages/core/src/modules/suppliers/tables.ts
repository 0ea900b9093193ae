import type { Currency } from "@smplat/contracts/vocabulary";
import type { JSONColumnType } from "kysely";
import type { CostModel } from "./service.ts";
import type { ProviderKind, ProviderState } from "./views.ts";

export interface SupplierTables {
  providers: ProviderRow;
  providerServices: ProviderServiceRow;
  productServices: ProductServiceRow;
}

export interface ProviderRow {
  id: string;
  name: string;
  kind: ProviderKind;
  state: ProviderState;
  currency: Currency;
  config: JSONColumnType<object>;
  secrets: JSONColumnType<Record<string, string>>;
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

export interface ProviderServiceRow {
  id: string;
  providerId: string;
  service: string;
  cost: JSONColumnType<CostModel>;
  currency: Currency;
}

export interface ProductServiceRow {
  id: string;
  productId: string | null;
  serviceKey: string | null;
  providerServiceId: string;
  unitsPerItem: number;
  priority: number;
}
