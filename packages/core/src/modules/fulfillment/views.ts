import type { LineEvidence } from "#modules/orders";
import type { SupplierStatus } from "#modules/suppliers";
import type { Attempt } from "./attempt.ts";

/** What became of the reading before the start. */
export type Baseline = { readonly snapshotId: string } | { readonly missing: string };

/** A submit as staff sees it. */
export interface AttemptView extends Attempt {
  readonly providerName: string;
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
  "delivery-behind",
  "delivery-late",
  "refill-failed",
  "refill-unclear",
] as const;
export type FollowUpKind = (typeof followUpKinds)[number];

/** What an operator at the manual desk reports of a line. */
export interface DeskReport {
  readonly attemptId: string;
  readonly status: SupplierStatus;
  readonly deliveredUnits: number;
  readonly evidence: readonly LineEvidence[];
}
