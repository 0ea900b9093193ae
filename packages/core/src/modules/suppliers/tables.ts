import type { Currency } from "@smplat/contracts/vocabulary";
import type { ColumnType, Generated, JSONColumnType } from "kysely";
import type { ActorRecord } from "#kernel/actor";
import type { Incident } from "./evaluate-health.ts";
import type { ServiceRule } from "./evaluate-rules.ts";
import type { QualityMetric } from "./quality.ts";
import type { CostModel } from "./service.ts";
import type { ProviderChangeKind, ProviderKind, ProviderState } from "./views.ts";

export interface SupplierTables {
  providers: ProviderRow;
  providerServices: ProviderServiceRow;
  productServices: ProductServiceRow;
  providerQuality: ProviderQualityRow;
  providerDays: ProviderDayRow;
  providerBalances: ProviderBalanceRow;
  providerChanges: ProviderChangeRow;
  providerHealth: ProviderHealthRow;
}

export interface ProviderRow {
  id: string;
  name: string;
  kind: ProviderKind;
  state: ProviderState;
  currency: Currency;
  config: JSONColumnType<object>;
  secrets: JSONColumnType<Record<string, string>>;
  secretsSetAt: JSONColumnType<Record<string, string>>;
  maxInFlight: number | null;
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

export interface ProviderServiceRow {
  id: string;
  providerId: string;
  service: string;
  title: string;
  isActive: boolean;
  cost: JSONColumnType<CostModel>;
  currency: Currency;
  rules: JSONColumnType<ServiceRule[]>;
  startsWithinHours: number;
  deliversWithinHours: number;
  version: Generated<number>;
}

export interface ProductServiceRow {
  id: string;
  productId: string | null;
  serviceKey: string | null;
  providerServiceId: string;
  unitsPerItem: number;
  priority: number;
}

export interface ProviderQualityRow {
  providerId: string;
  service: string;
  platform: string;
  metric: QualityMetric;
  weightedSum: number;
  weightedSquares: number;
  weight: number;
  observations: number;
  updatedAt: Date;
}

export interface ProviderDayRow {
  providerId: string;
  day: ColumnType<string, string, string>;
  accepted: number;
  completed: number;
  refused: number;
  costMinor: number;
}

export interface ProviderBalanceRow {
  providerId: string;
  readAt: Date;
  amountMinor: number | null;
  currency: string | null;
  trouble: string | null;
}

export interface ProviderHealthRow {
  providerId: string;
  failedInRow: number;
  lateShare: number;
  deliveries: number;
  openIncidents: JSONColumnType<Incident[]>;
}

export interface ProviderChangeRow {
  id: string;
  providerId: string;
  at: Date;
  actor: JSONColumnType<ActorRecord>;
  kind: ProviderChangeKind;
  detail: JSONColumnType<Record<string, unknown>>;
  reason: string | null;
}
