import type { ChallengeState, OwnershipMethod, OwnershipState, Platform } from "@smplat/contracts/vocabulary";
import { days, minutes, seconds } from "#kernel/clock";

/** What was seen when a channel was proven: enough to find the very answer of the platform again. */
export interface OwnershipEvidence {
  /** The source that answered, e.g. `youtube-data-api`. */
  readonly source: string;
  /** Where the proof was found. */
  readonly place: "consent" | "verified_link" | "link" | "bio" | "domain";
  /** SHA-256 of the platform's answer as it came, in hex; null for a consent, which answers with secrets. */
  readonly rawHash: string | null;
  /** The stored reading; null when the proof did not come with one. */
  readonly snapshotId: string | null;
  /** ISO instant of business time. */
  readonly observedAt: string;
}

/** Why a claim is not proven any more. */
export type ClaimReason = "age" | "identity_changed" | "proven_by_another";

/** What is known of a person's claim to one identity on a platform. No row is `unproven`. */
export interface Claim {
  readonly id: string;
  readonly ownerId: string;
  readonly accountId: string;
  readonly platform: Platform;
  /** The platform's own id: handles move and are given out again, ids stay. */
  readonly platformUserId: string;
  readonly handle: string;
  readonly skeleton: string;
  readonly state: Exclude<OwnershipState, "unproven">;
  readonly method: OwnershipMethod;
  readonly evidence: OwnershipEvidence;
  readonly reason: ClaimReason | null;
  /** Business time, all three. */
  readonly provenAt: Date;
  readonly expiresAt: Date;
  readonly changedAt: Date;
}

/** A code to be found on a channel, bound to who asked, for which channel, and what for. */
export interface Challenge {
  readonly id: string;
  readonly ownerId: string;
  readonly accountId: string;
  readonly platformUserId: string;
  readonly purpose: "ownership";
  /** Eight characters of Crockford base 32. */
  readonly code: string;
  readonly state: ChallengeState;
  /** How often the channel was looked at for it. */
  readonly checks: number;
  /** Wall time, all four. */
  readonly issuedAt: Date;
  readonly expiresAt: Date;
  readonly nextCheckAt: Date;
  readonly settledAt: Date | null;
  readonly method: Exclude<OwnershipMethod, "oauth"> | null;
  readonly evidence: OwnershipEvidence | null;
}

export type GoalMetric = "followers" | "posts" | "views";

/** What somebody aims for with a channel. */
export interface ChannelGoal {
  readonly accountId: string;
  readonly metric: GoalMetric;
  readonly target: number;
  /** A calendar day, `2026-12-31`. */
  readonly dueOn: string;
  /** The number when the goal was set; null when it was not known. */
  readonly startedFrom: number | null;
  /** Business time. */
  readonly startedAt: Date;
}

/** A code lives that long on the wall, and is looked for that often. */
export const challengeLivesMs = minutes(30);
export const checksMax = 6;
/** A person on the platform's consent page has that long. */
export const consentLivesMs = minutes(10);
/** Business time a proof counts for, and how long before its end the owner is reminded. */
export const proofLivesMs = days(90);
export const reminderLeadMs = days(7);

const waitsMs: readonly number[] = [seconds(5), seconds(10), seconds(20), seconds(40), seconds(60)];

/** How long to wait after the `checks`-th look before the next one. */
export const waitAfter = (checks: number): number => waitsMs[Math.min(checks, waitsMs.length) - 1] ?? 0;

/** Where a claim stands at `now`: a proof whose time is over does not count, whether or not a job noted it yet. */
export function standingOf(claim: Claim | undefined, now: Date): OwnershipState {
  if (claim === undefined) return "unproven";
  return claim.state === "proven" && claim.expiresAt <= now ? "stale" : claim.state;
}
