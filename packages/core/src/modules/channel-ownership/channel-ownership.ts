import type { Platform } from "@smplat/contracts/vocabulary";
import type { Database, Scope } from "#infrastructure/database";
import { type Subscription, subscribe } from "#infrastructure/events";
import { handleLocal, type JobHandler } from "#infrastructure/jobs";
import type { OutboundHttp } from "#infrastructure/outbound-http";
import type { SecretBox } from "#infrastructure/secrets";
import type { Actor } from "#kernel/actor";
import { after, type Clock, days } from "#kernel/clock";
import { customerSignedIn } from "#modules/customers";
import { identityLost, type SocialAccount, type SocialAccounts } from "#modules/social-accounts";
import { lapseAged, lapseLost, remindOwner } from "./age-claim.ts";
import { beginConsent } from "./begin-consent.ts";
import { deleteEnded, findAccountOfCode } from "./challenge-repository.ts";
import { type CheckResult, checkChallenge } from "./check-challenge.ts";
import { findClaim } from "./claim-repository.ts";
import { completeConsent } from "./complete-consent.ts";
import { disconnectChannel } from "./disconnect-channel.ts";
import { findClaimsByAccount, findProven, type OwnershipClaim } from "./find-proven.ts";
import { issueChallenge } from "./issue-challenge.ts";
import { type KeptChannel, keepChannel } from "./keep-channel.ts";
import { type ChannelView, getChannel, listChannels } from "./list-channels.ts";
import { moveClaims } from "./move-claims.ts";
import type { Challenge, ChannelGoal, Claim, GoalMetric } from "./ownership.ts";
import { lapseClaimJob, purgeChallengesJob, remindOwnerJob } from "./ownership-jobs.ts";
import { dropGoal, setGoal } from "./set-goal.ts";

/** Whose channel it is, and what its owner wants with it. Somebody else's channel is `channel.not-found`. */
export interface ChannelOwnership {
  /** Whether this person proved this account lately enough for it to count now. Two statements. */
  isProven(scope: Scope, ownerId: string, accountId: string): Promise<boolean>;
  /** Which of the accounts this person has proven, by id. Two statements, however many there are. */
  findProven(scope: Scope, ownerId: string, accountIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** A person's claims by account with their evidence, for staff. No policy. */
  findClaims(
    scope: Scope,
    ownerId: string,
    accountIds: readonly string[],
  ): Promise<ReadonlyMap<string, OwnershipClaim>>;
  /** A claim, for mails about it; null when it is gone. */
  findClaim(scope: Scope, claimId: string): Promise<Claim | null>;
  /** The actor's channels with everything their page shows, newest first. */
  list(scope: Scope, actor: Actor): Promise<ChannelView[]>;
  get(scope: Scope, actor: Actor, accountId: string): Promise<ChannelView>;
  /** See {@link keepChannel}. */
  keep(scope: Scope, actor: Actor, input: { platform: Platform; handle: string }): Promise<KeptChannel>;
  /** See {@link disconnectChannel}. */
  disconnect(actor: Actor, accountId: string): Promise<void>;
  /** See {@link issueChallenge}. */
  issueChallenge(scope: Scope, actor: Actor, accountId: string): Promise<Challenge>;
  /** See {@link checkChallenge}. Opens its own transactions. */
  checkChallenge(actor: Actor, accountId: string, challengeId: string): Promise<CheckResult>;
  /** The channel a live code is about, for the page that links back to it; null when there is none. */
  findByCode(scope: Scope, code: string): Promise<SocialAccount | null>;
  /** See {@link beginConsent}. */
  beginConsent(scope: Scope, actor: Actor, accountId: string): Promise<{ readonly authorizeUrl: string }>;
  /** See {@link completeConsent}. Opens its own transactions. */
  completeConsent(
    actor: Actor,
    input: { readonly state: string; readonly code: string },
  ): Promise<{ readonly accountId: string; readonly claim: Claim }>;
  /** See {@link setGoal}. */
  setGoal(
    scope: Scope,
    actor: Actor,
    input: Pick<ChannelGoal, "accountId" | "metric" | "target" | "dueOn">,
  ): Promise<ChannelView>;
  dropGoal(scope: Scope, actor: Actor, accountId: string, metric: GoalMetric): Promise<void>;
  readonly jobs: readonly JobHandler[];
  readonly subscriptions: readonly Subscription[];
}

export interface OwnershipDeps {
  readonly clock: Clock;
  readonly database: Database;
  readonly socialAccounts: SocialAccounts;
  readonly outboundHttp: OutboundHttp;
  readonly secrets: SecretBox;
  /** Where people reach the shop: platforms send them back there, and a code's page is there. */
  readonly publicUrl: string;
}

const keptMs = days(30);

export function createChannelOwnership(deps: OwnershipDeps): ChannelOwnership {
  return {
    isProven: async (scope, ownerId, accountId) => (await findProven(deps, scope, ownerId, [accountId])).has(accountId),
    findProven: (scope, ownerId, accountIds) => findProven(deps, scope, ownerId, accountIds),
    findClaims: (scope, ownerId, accountIds) => findClaimsByAccount(deps, scope, ownerId, accountIds),
    findClaim,
    list: (scope, actor) => listChannels(deps, scope, actor),
    get: (scope, actor, accountId) => getChannel(deps, scope, actor, accountId),
    keep: (scope, actor, input) => keepChannel(deps, scope, actor, input),
    disconnect: (actor, accountId) => disconnectChannel(deps, actor, accountId),
    issueChallenge: (scope, actor, accountId) => issueChallenge(deps, scope, actor, accountId),
    checkChallenge: (actor, accountId, challengeId) => checkChallenge(deps, actor, accountId, challengeId),
    findByCode: async (scope, code) => {
      const accountId = await findAccountOfCode(scope, code, deps.clock.wall());
      return accountId === null ? null : deps.socialAccounts.get(scope, accountId);
    },
    beginConsent: (scope, actor, accountId) => beginConsent(deps, scope, actor, accountId),
    completeConsent: (actor, input) => completeConsent(deps, actor, input),
    setGoal: (scope, actor, input) => setGoal(deps, scope, actor, input),
    dropGoal: (scope, actor, accountId, metric) => dropGoal(deps, scope, actor, accountId, metric),
    jobs: [
      handleLocal(remindOwnerJob, (tx, payload) => remindOwner(tx, payload)),
      handleLocal(lapseClaimJob, (tx, payload) => lapseAged(deps, tx, payload)),
      handleLocal(purgeChallengesJob, (tx) => deleteEnded(tx, after(deps.clock.wall(), -keptMs))),
    ],
    subscriptions: [
      subscribe(customerSignedIn, "channel-ownership.reassign", async (tx, { payload }) => {
        if (payload.guestOwnerId !== null) await moveClaims(deps, tx, payload.guestOwnerId, payload.customerId);
      }),
      subscribe(identityLost, "channel-ownership.lapse-lost", (tx, { payload }) => lapseLost(deps, tx, payload)),
    ],
  };
}
