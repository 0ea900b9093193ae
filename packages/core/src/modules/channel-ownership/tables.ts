import type { ChallengeState, OwnershipMethod, Platform } from "@smplat/contracts/vocabulary";
import type { JSONColumnType } from "kysely";
import type { Challenge, Claim, ClaimReason, GoalMetric, OwnershipEvidence } from "./ownership.ts";

export interface OwnershipTables {
  channelClaims: ChannelClaimRow;
  ownershipChallenges: OwnershipChallengeRow;
  ownershipConsents: OwnershipConsentRow;
  disconnectedChannels: DisconnectedChannelRow;
  channelGoals: ChannelGoalRow;
}

export interface ChannelClaimRow {
  id: string;
  ownerId: string;
  accountId: string;
  platform: Platform;
  platformUserId: string;
  handle: string;
  skeleton: string;
  state: Claim["state"];
  method: OwnershipMethod;
  evidence: JSONColumnType<OwnershipEvidence>;
  reason: ClaimReason | null;
  provenAt: Date;
  expiresAt: Date;
  changedAt: Date;
}

export interface OwnershipChallengeRow {
  id: string;
  ownerId: string;
  accountId: string;
  platformUserId: string;
  purpose: Challenge["purpose"];
  code: string;
  state: ChallengeState;
  checks: number;
  issuedAt: Date;
  expiresAt: Date;
  nextCheckAt: Date;
  settledAt: Date | null;
  method: Challenge["method"];
  evidence: JSONColumnType<OwnershipEvidence> | null;
}

export interface OwnershipConsentRow {
  stateHash: string;
  ownerId: string;
  accountId: string;
  codeVerifier: string;
  expiresAt: Date;
  usedAt: Date | null;
}

export interface DisconnectedChannelRow {
  accountId: string;
  disconnectedAt: Date;
}

export interface ChannelGoalRow {
  accountId: string;
  metric: GoalMetric;
  target: number;
  /** `YYYY-MM-DD`: read as text, since a day has no time zone. */
  dueOn: string;
  startedFrom: number | null;
  startedAt: Date;
}
