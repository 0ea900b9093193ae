import type { Platform, SourceFailure } from "@smplat/contracts/vocabulary";

/** How exact a count is: `floor3sf` was rounded down to three significant figures, `step` is the possible error. */
export interface Precision {
  readonly kind: "exact" | "floor3sf";
  readonly step: number;
}

export type ReadingMethod = "official_api" | "owner_oauth" | "manual" | "scraper";

/** What a channel says of itself: read for proofs of ownership, never stored. */
export interface ChannelAbout {
  /** The name the platform's id has now, as {@link SocialAccount} writes handles; null when it was not told. */
  readonly handle: string | null;
  readonly bio: string | null;
  /** Addresses the owner put on the profile. */
  readonly links: readonly string[];
  /** Those of them that the platform itself checked to link back (Mastodon's `rel=me`). */
  readonly verifiedLinks: readonly string[];
}

/** One answer of a source about a channel, before it is stored. Null counts were not given. */
export interface Reading {
  /** Business time. */
  readonly takenAt: Date;
  readonly source: string;
  readonly method: ReadingMethod;
  readonly platformUserId: string;
  readonly displayName: string | null;
  readonly avatarUrl: string | null;
  readonly followers: number | null;
  readonly posts: number | null;
  readonly views: number | null;
  readonly precision: Precision;
  /** SHA-256 of the answer as it came, in hex. */
  readonly rawHash: string;
  readonly etag: string | null;
  /** Absent when the source can't tell. */
  readonly about?: ChannelAbout;
}

/** A stored reading of one account. Never changed. */
export interface MetricSnapshot extends Omit<Reading, "platformUserId" | "displayName" | "avatarUrl" | "about"> {
  readonly id: string;
  readonly accountId: string;
}

/** Why a channel could not be read; `retryAt` is wall time, null when waiting does not help or nobody can tell. */
export interface ReadingFailure {
  readonly kind: SourceFailure;
  readonly retryAt: Date | null;
}

/** What a platform said about our allowance with its answer. */
export interface Allowance {
  /** Requests left until `resetAt`. */
  readonly remaining: number;
  /** Wall time. */
  readonly resetAt: Date;
}

export interface MeasuredReading {
  readonly status: "measured";
  readonly reading: Reading;
  readonly allowance?: Allowance;
}

export interface FailedReading {
  readonly status: "failed";
  readonly failure: ReadingFailure;
  /** Which source was asked; absent when none could be. */
  readonly source?: string;
  readonly allowance?: Allowance;
}

export type ReadingOutcome = MeasuredReading | FailedReading;

export const failed = (kind: SourceFailure, retryAt: Date | null = null): FailedReading => ({
  status: "failed",
  failure: { kind, retryAt },
});

/** What a reading is for. Decides who goes first when a platform's budget is short. */
export type ReadingPurpose = "validation" | "baseline" | "delivery" | "after";

/** A channel somebody gave us: theirs to buy for. */
export interface SocialAccount {
  readonly id: string;
  readonly ownerId: string;
  readonly platform: Platform;
  readonly handle: string;
  /** The platform's own id, which stays when the handle moves; null before the first reading. */
  readonly platformUserId: string | null;
  readonly displayName: string | null;
  readonly profileUrl: string;
  readonly avatarUrl: string | null;
  readonly state: "measured" | "not_measured" | "failed";
  readonly lastFailure: SourceFailure | null;
  /** Business time. */
  readonly lastReadAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** The answer to a shopper who gave a channel. */
export interface ValidationResult {
  readonly status: "measured" | "not_measured" | "failed";
  readonly account: SocialAccount | null;
  readonly snapshot: MetricSnapshot | null;
  readonly failure: ReadingFailure | null;
}
