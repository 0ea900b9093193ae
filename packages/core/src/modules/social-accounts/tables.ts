import type { Platform, SourceFailure } from "@smplat/contracts/vocabulary";
import type { ColumnType, JSONColumnType } from "kysely";
import type { AccountConnection } from "./account-connection.ts";
import type { Attestation } from "./attestation.ts";
import type { Precision, ReadingMethod, SocialAccount } from "./social-account.ts";

export interface SocialAccountTables {
  socialAccounts: SocialAccountRow;
  metricSnapshots: MetricSnapshotRow;
  metricGaps: MetricGapRow;
  accountConnections: AccountConnectionRow;
  readingAttestations: ReadingAttestationRow;
}

export interface SocialAccountRow {
  id: string;
  ownerId: string;
  platform: Platform;
  handle: string;
  platformUserId: string | null;
  displayName: string | null;
  profileUrl: string;
  avatarUrl: string | null;
  state: SocialAccount["state"];
  lastFailure: SourceFailure | null;
  lastReadAt: Date | null;
  mergedInto: string | null;
  createdAt: Date;
  updatedAt: Date;
}

export interface MetricSnapshotRow {
  id: string;
  accountId: string;
  takenAt: Date;
  source: string;
  method: ReadingMethod;
  metrics: JSONColumnType<{ followers: number | null; posts: number | null; views: number | null }>;
  precision: JSONColumnType<Precision>;
  rawHash: string;
  etag: string | null;
}

export interface AccountConnectionRow {
  accountId: string;
  state: AccountConnection["state"];
  scopes: string[];
  sealedTokens: string;
  expiresAt: Date | null;
  version: number;
  renewingUntil: Date | null;
  connectedAt: Date;
  updatedAt: Date;
}

export interface MetricGapRow {
  id: string;
  accountId: string;
  takenAt: Date;
  source: string | null;
  kind: SourceFailure;
  retryAt: Date | null;
}

/** `bigint` comes as text. */
export interface ReadingAttestationRow extends Omit<Attestation, "followers" | "posts"> {
  followers: ColumnType<string, number, number>;
  posts: ColumnType<string | null, number | null, number | null>;
}
