import type { LineState } from "@smplat/contracts/vocabulary";
import type { LineEvidence } from "#modules/orders";
import type { SupplierStatus } from "#modules/suppliers";
import type { Attempt } from "./attempt.ts";
import type { RouteDecision, RouteReason, RouteRequest, ScoredCandidate } from "./route-line.ts";

/** What became of the reading before the start. */
export type Baseline = { readonly snapshotId: string } | { readonly missing: string };

/** A submit as staff sees it. */
export interface AttemptView extends Attempt {
  readonly providerName: string;
}

/** A submit among its supplier's others. */
export interface ProviderAttempt extends Attempt {
  readonly lineState: LineState;
  readonly deliveredUnits: number;
  readonly orderedUnits: number;
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
  "supplier-credit",
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

/** Something a supplier placed, at its public address. */
export interface PlacementRef {
  readonly address: string;
  readonly title: string;
}

/** What an operator at the manual desk reports of a line. */
export interface DeskReport {
  readonly attemptId: string;
  readonly status: SupplierStatus;
  readonly deliveredUnits: number;
  readonly evidence: readonly LineEvidence[];
}

/** Why a submit went where it went, with all the choice was made from. */
export interface RoutingDecision {
  readonly id: string;
  readonly lineId: string;
  readonly orderId: string;
  /** Which submit of the line it was for. */
  readonly number: number;
  readonly attemptId: string | null;
  readonly outcome: RouteDecision["outcome"];
  readonly reason: RouteReason;
  readonly providerId: string | null;
  readonly service: string | null;
  readonly policyVersion: number;
  readonly seed: number;
  readonly request: RouteRequest;
  readonly candidates: readonly ScoredCandidate[];
  /** Business time. */
  readonly decidedAt: Date;
}

/** A kept decision beside the same one made again. */
export interface RoutingReplay {
  readonly decision: RoutingDecision;
  readonly again: RouteDecision;
  readonly isSame: boolean;
}
