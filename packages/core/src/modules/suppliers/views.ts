import type { Currency } from "@smplat/contracts/vocabulary";
import type { ActorRecord } from "#kernel/actor";
import type { BurnForecast } from "./evaluate-balance.ts";
import type { RuleTrace, ServiceRule } from "./evaluate-rules.ts";
import type { ProviderCapabilities } from "./providers/provider.ts";
import type { Estimate, QualityMetric, Tally } from "./quality.ts";
import type { CostModel } from "./service.ts";

/** `paused`: work waits for it. `drained`: no new work, nothing waits, what it has goes on. `retired`: gone. */
export const providerStates = ["active", "paused", "drained", "retired"] as const;
export type ProviderState = (typeof providerStates)[number];
export const providerKinds = ["http", "manual"] as const;
export type ProviderKind = (typeof providerKinds)[number];

/** A supplier as staff sees it: never its secrets, only which of them are set, and when. */
export interface ProviderView {
  readonly id: string;
  readonly name: string;
  readonly kind: ProviderKind;
  readonly state: ProviderState;
  readonly currency: Currency;
  readonly config: unknown;
  readonly secretNames: readonly string[];
  /** ISO instants on the wall, by name. */
  readonly secretsSetAt: Readonly<Record<string, string>>;
  readonly capabilities: ProviderCapabilities;
  readonly maxInFlight: number | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export interface ProviderDraft {
  /** Absent for a new supplier. A seed may bring its own. */
  readonly id?: string;
  readonly name: string;
  readonly kind: ProviderKind;
  readonly state: ProviderState;
  readonly currency: Currency;
  /** Validated by the adapter of its kind. */
  readonly config: unknown;
  /** By name, as the configuration refers to them; absent keeps what is stored. */
  readonly secrets?: Readonly<Record<string, string>>;
  readonly maxInFlight?: number | null;
}

export interface ServiceDraft {
  readonly providerId: string;
  readonly service: string;
  readonly cost: unknown;
  readonly currency: Currency;
  readonly title?: string;
  readonly isActive?: boolean;
  readonly rules?: unknown;
  /** What the supplier promises, business hours. */
  readonly startsWithinHours?: number;
  readonly deliversWithinHours?: number;
  /** The version the draft was made from; null for a service that is new. Left out, whatever is there is replaced. */
  readonly version?: number | null;
}

export interface ServiceMapping {
  /** A product's id, or a service key of the catalogue. */
  readonly target: { readonly productId: string } | { readonly serviceKey: string };
  readonly providerId: string;
  readonly service: string;
  readonly unitsPerItem: number;
  readonly priority: number;
}

/** Something a supplier does, with what of the catalogue it serves. */
export interface ServiceView {
  readonly id: string;
  readonly providerId: string;
  readonly service: string;
  readonly title: string;
  readonly isActive: boolean;
  readonly cost: CostModel;
  readonly currency: Currency;
  readonly rules: readonly ServiceRule[];
  readonly startsWithinHours: number;
  readonly deliversWithinHours: number;
  /** Rises with each change of the service; what it serves is not part of it. */
  readonly version: number;
  readonly serves: readonly {
    readonly productId: string | null;
    readonly serviceKey: string | null;
    readonly unitsPerItem: number;
    readonly priority: number;
  }[];
}

/** A service that could do a line's work, with what is known of its supplier. */
export interface ServiceCandidate {
  readonly providerId: string;
  readonly providerName: string;
  readonly providerState: ProviderState;
  readonly maxInFlight: number | null;
  readonly service: string;
  readonly isActive: boolean;
  readonly cost: CostModel;
  readonly currency: Currency;
  readonly rules: readonly ServiceRule[];
  readonly unitsPerItem: number;
  readonly priority: number;
  /** Mapped to the product itself, not to its service key. */
  readonly ofProduct: boolean;
}

/** What a supplier has shown so far, for a choice. */
export interface TrackRecord {
  /** The cell of the line, and the supplier's other cells together. */
  readonly cells: Readonly<Record<"submit" | "success" | "on-time" | "refill", { own: Tally; siblings: Tally }>>;
  /** Orders it completes during the median of its own delivery time; 0 while unknown. */
  readonly completedPerDelivery: number;
}

export type { RuleTrace };

/** A supplier's quality, over all it does and by service and platform. */
export interface QualityView {
  readonly score: Estimate;
  readonly metrics: Readonly<Record<QualityMetric, Estimate>>;
  readonly cells: readonly {
    readonly service: string;
    readonly platform: string;
    readonly score: Estimate;
    readonly metrics: Readonly<Record<QualityMetric, Estimate>>;
  }[];
}

export const providerChangeKinds = [
  "created",
  "configured",
  "secrets-set",
  "state",
  "service",
  "mapping",
  "incident",
  "incident-over",
] as const;
export type ProviderChangeKind = (typeof providerChangeKinds)[number];

/** A row of a supplier's timeline. */
export interface ProviderChange {
  readonly id: string;
  readonly providerId: string;
  /** Business time. */
  readonly at: Date;
  readonly actor: ActorRecord;
  readonly kind: ProviderChangeKind;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly reason: string | null;
}

/** What a supplier last said is left of our credit, and how long that lasts. */
export interface BalanceView extends BurnForecast {
  /** Business time of the last reading, whatever came of it. */
  readonly readAt: Date;
  readonly amountMinor: number | null;
  readonly currency: string | null;
  readonly trouble: string | null;
  readonly history: readonly { readonly at: Date; readonly amountMinor: number }[];
}
