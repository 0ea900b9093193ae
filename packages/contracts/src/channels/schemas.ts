import * as z from "zod/mini";
import { Account, Precision, ReadingFailure, Snapshot } from "../metrics/contract.ts";
import { Instant, id, Platform } from "../schemas.ts";
import { challengeStates, ownershipMethods, ownershipStates } from "../vocabulary/ownership.ts";

export const ChallengeId = id("och");
export const OwnershipMethod = z.enum(ownershipMethods);
export const GoalMetric = z.enum(["followers", "posts", "views"]);
export type GoalMetric = z.infer<typeof GoalMetric>;

/** A code to put on the channel, and the ways it can be shown there. */
export const OwnershipChallenge = z.strictObject({
  id: ChallengeId,
  state: z.enum(challengeStates),
  /** What to put into the description: `smplat-` and eight characters. */
  code: z.string(),
  /** A page of the shop that carries the code: a link to it on the profile proves the channel too. */
  pageUrl: z.string(),
  /** A file on the channel's own domain that may show the code instead; null where the channel has none. */
  domainFileUrl: z.nullable(z.string()),
  checksLeft: z.int(),
  nextCheckAt: Instant,
  expiresAt: Instant,
});
export type OwnershipChallenge = z.infer<typeof OwnershipChallenge>;

/** What was seen when the channel was proven. */
export const OwnershipProof = z.strictObject({
  method: OwnershipMethod,
  place: z.enum(["consent", "verified_link", "link", "bio", "domain"]),
  source: z.string(),
  observedAt: Instant,
  /** SHA-256 of the platform's answer; null for a sign-in there, whose answer is secret. */
  evidenceHash: z.nullable(z.string()),
  expiresAt: Instant,
});
export type OwnershipProof = z.infer<typeof OwnershipProof>;

export const ChannelGoal = z.strictObject({
  metric: GoalMetric,
  target: z.int(),
  /** A calendar day. */
  dueOn: z.iso.date(),
  startedFrom: z.nullable(z.int()),
  startedAt: Instant,
  /** Share of the way from `startedFrom` to `target`, 0 to 1; null while a number is missing. */
  progress: z.nullable(z.number()),
});
export type ChannelGoal = z.infer<typeof ChannelGoal>;

export const ChannelOwnership = z.strictObject({
  state: z.enum(ownershipStates),
  /** Why a proof no longer counts; null while it does, or never did. */
  reason: z.nullable(z.enum(["age", "identity_changed", "proven_by_another"])),
  proof: z.nullable(OwnershipProof),
  /** Ways of proving that work for this channel now. */
  methods: z.array(OwnershipMethod),
  challenge: z.nullable(OwnershipChallenge),
});
export type ChannelOwnership = z.infer<typeof ChannelOwnership>;

/** A channel as its owner sees it. */
export const Channel = z.strictObject({
  ...Account.shape,
  /** `failed` and `not_measured`: there is no reading to trust; `failure` says why, if there is a why. */
  status: z.enum(["measured", "not_measured", "failed"]),
  failure: z.nullable(ReadingFailure),
  snapshot: z.nullable(Snapshot),
  connection: z.nullable(z.enum(["live", "expired"])),
  ownership: ChannelOwnership,
  /** Another channel whose name can be taken for this one's: your own by name, somebody else's without. */
  lookAlike: z.nullable(z.strictObject({ handle: z.nullable(z.string()) })),
  goals: z.array(ChannelGoal),
  addedAt: Instant,
});
export type Channel = z.infer<typeof Channel>;

export const KeptChannel = z.strictObject({ channel: z.nullable(Channel), failure: z.nullable(ReadingFailure) });

/** What a look at a channel brought. `unreadable` costs no look when it passes by itself. */
export const OwnershipCheck = z.strictObject({
  finding: z.enum(["proven", "code_missing", "unreadable", "identity_changed", "too_late"]),
  failure: z.nullable(ReadingFailure),
  challenge: OwnershipChallenge,
  ownership: ChannelOwnership,
});
export type OwnershipCheck = z.infer<typeof OwnershipCheck>;

/** One moment of a channel's history: what was read, or why nothing was. */
export const ChannelReading = z.strictObject({
  takenAt: Instant,
  status: z.enum(["read", "missing"]),
  followers: z.nullable(z.int()),
  posts: z.nullable(z.int()),
  views: z.nullable(z.int()),
  precision: z.nullable(Precision),
  source: z.nullable(z.string()),
  failure: z.nullable(ReadingFailure),
});
export type ChannelReading = z.infer<typeof ChannelReading>;

/** What a page of the shop that proves a channel links back to. */
export const ProofPage = z.strictObject({ platform: Platform, handle: z.string(), profileUrl: z.string() });
export type ProofPage = z.infer<typeof ProofPage>;
