import type { Currency } from "@smplat/contracts/vocabulary";
import type { CostModel } from "./service.ts";

export const providerStates = ["active", "paused", "retired"] as const;
export type ProviderState = (typeof providerStates)[number];
export const providerKinds = ["http", "manual"] as const;
export type ProviderKind = (typeof providerKinds)[number];

/** A supplier as staff sees it: never its secrets, only which of them are set. */
export interface ProviderView {
  readonly id: string;
  readonly name: string;
  readonly kind: ProviderKind;
  readonly state: ProviderState;
  readonly currency: Currency;
  readonly config: unknown;
  readonly secretNames: readonly string[];
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
}

export interface ServiceDraft {
  readonly providerId: string;
  readonly service: string;
  readonly cost: unknown;
  readonly currency: Currency;
}

export interface ServiceMapping {
  /** A product's id, or a service key of the catalogue. */
  readonly target: { readonly productId: string } | { readonly serviceKey: string };
  readonly providerId: string;
  readonly service: string;
  readonly unitsPerItem: number;
  readonly priority: number;
}

/** A service that could do a line's work, with its supplier's state. */
export interface ServiceCandidate {
  readonly providerId: string;
  readonly providerName: string;
  readonly providerState: ProviderState;
  readonly service: string;
  readonly cost: CostModel;
  readonly currency: Currency;
  readonly unitsPerItem: number;
  readonly priority: number;
  /** Mapped to the product itself, not to its service key. */
  readonly ofProduct: boolean;
}
