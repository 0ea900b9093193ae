import type { Currency } from "@smplat/contracts/vocabulary";
import type { LineEvidence } from "#modules/orders";
import type { Attempt, SupplierStatus } from "./attempt.ts";

/** What became of the reading before the start. */
export type Baseline = { readonly snapshotId: string } | { readonly missing: string };

/** A submit as staff sees it. */
export interface AttemptView extends Attempt {
  readonly providerName: string;
}

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

/** Something a person has to look at. */
export interface FollowUp {
  readonly id: string;
  readonly orderId: string;
  readonly lineId: string;
  readonly attemptId: string | null;
  readonly kind: FollowUpKind;
  readonly detail: string;
  readonly createdAt: Date;
  readonly resolvedAt: Date | null;
}
export const followUpKinds = [
  "no-service",
  "submit-given-up",
  "supplier-refused",
  "supplier-canceled",
  "supplier-silent",
  "late-acceptance",
  "duplicate-order",
  "cancel-refused",
] as const;
export type FollowUpKind = (typeof followUpKinds)[number];

/** What an operator at the manual desk reports of a line. */
export interface DeskReport {
  readonly attemptId: string;
  readonly status: SupplierStatus;
  readonly deliveredUnits: number;
  readonly evidence: readonly LineEvidence[];
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
