import type { OwnershipMethod, OwnershipState } from "@smplat/contracts/vocabulary";
import type { Scope } from "#infrastructure/database";
import type { Actor } from "#kernel/actor";
import type { AccountConnection, MetricSnapshot, SocialAccount } from "#modules/social-accounts";
import { isOwnDomain } from "./ask-domain.ts";
import { listOpenChallenges } from "./challenge-repository.ts";
import type { OwnershipDeps } from "./channel-ownership.ts";
import { findDisconnected, listGoals } from "./channel-repository.ts";
import { findClaimsOfOwner } from "./claim-repository.ts";
import { findLookAlikeNames, type LookAlike } from "./find-look-alikes.ts";
import { requireOwner } from "./issue-challenge.ts";
import { type Challenge, type ChannelGoal, type Claim, standingOf } from "./ownership.ts";

/** A channel as its owner sees it. */
export interface ChannelView {
  readonly account: SocialAccount;
  /** Whether a source reads the platform at all. */
  readonly measurable: boolean;
  readonly snapshot: MetricSnapshot | null;
  readonly connection: AccountConnection | null;
  readonly ownership: OwnershipState;
  readonly claim: Claim | null;
  /** The code that can still be proven. */
  readonly challenge: Challenge | null;
  /** Ways of proving that work for this channel now. */
  readonly methods: readonly OwnershipMethod[];
  /** Whether the channel is named after a domain, which can show the code too. */
  readonly ownDomain: boolean;
  readonly lookAlike: LookAlike | null;
  readonly goals: readonly ChannelGoal[];
}

/** The actor's channels, newest first, without the disconnected ones. A fixed number of statements. */
export async function listChannels(deps: OwnershipDeps, scope: Scope, actor: Actor): Promise<ChannelView[]> {
  const ownerId = requireOwner(actor);
  const accounts = await deps.socialAccounts.listOwned(scope, ownerId);
  const hidden = await findDisconnected(scope, idsOf(accounts));
  return viewsOf(
    deps,
    scope,
    ownerId,
    accounts.filter((account) => !hidden.has(account.id)),
  );
}

/** One channel of the actor, also a disconnected one. Throws `channel.not-found`. */
export async function getChannel(
  deps: OwnershipDeps,
  scope: Scope,
  actor: Actor,
  accountId: string,
): Promise<ChannelView> {
  const ownerId = requireOwner(actor);
  const account = await deps.socialAccounts.findOwned(scope, actor, accountId);
  const [view] = await viewsOf(deps, scope, ownerId, [account]);
  if (view === undefined) throw new Error("A view was made of every account");
  return view;
}

async function viewsOf(
  deps: OwnershipDeps,
  scope: Scope,
  ownerId: string,
  accounts: readonly SocialAccount[],
): Promise<ChannelView[]> {
  const ids = idsOf(accounts);
  const identities = accounts.flatMap((account) => account.platformUserId ?? []);
  const snapshots = byAccount(await deps.socialAccounts.findLatestSnapshots(scope, ids));
  const connections = byAccount(await deps.socialAccounts.findConnections(scope, ids));
  const challenges = byAccount(await listOpenChallenges(scope, ownerId, ids, deps.clock.wall()));
  const claims = await findClaimsOfOwner(scope, ownerId, identities);
  const goals = await listGoals(scope, ids);
  const lookAlikes = await findLookAlikeNames(scope, accounts);
  return accounts.map((account) => {
    const claim = claimOn(account, claims);
    return {
      account,
      measurable: deps.socialAccounts.isMeasurable(account.platform),
      snapshot: snapshots.get(account.id) ?? null,
      connection: connections.get(account.id) ?? null,
      ownership: ownershipOf(account, claim, deps.clock.now()),
      claim: claim ?? null,
      challenge: challenges.get(account.id) ?? null,
      methods: methodsFor(deps, account),
      ownDomain: isOwnDomain(account),
      lookAlike: lookAlikes.get(account.id) ?? null,
      goals: goals.filter((goal) => goal.accountId === account.id),
    };
  });
}

/** The claim to the very identity an account stands for. */
export const claimOn = (account: SocialAccount, claims: readonly Claim[]): Claim | undefined =>
  claims.find((claim) => claim.platform === account.platform && claim.platformUserId === account.platformUserId);

/**
 * Where somebody stands with an account. A proof counts for the name it was given under (or for the id itself): a
 * name that leads elsewhere by now is not theirs because the id behind it once was.
 */
export function ownershipOf(account: SocialAccount, claim: Claim | undefined, now: Date): OwnershipState {
  const standing = standingOf(claim, now);
  if (standing !== "proven" || claim === undefined) return standing;
  const sameName = account.handle === claim.handle || account.handle === account.platformUserId;
  return sameName && account.lastFailure !== "ambiguous" ? "proven" : "stale";
}

/** Their interfaces tell an owner's numbers but not what a profile says, so there is no place to find a code in. */
const withoutProfileText: ReadonlySet<SocialAccount["platform"]> = new Set(["tiktok"]);

function methodsFor(deps: OwnershipDeps, account: SocialAccount): OwnershipMethod[] {
  const { platform } = account;
  const measured = deps.socialAccounts.isMeasurable(platform) && account.platformUserId !== null;
  const readable = measured && !withoutProfileText.has(platform);
  const byConsent: OwnershipMethod[] = deps.socialAccounts.consentFor(account.platform) === undefined ? [] : ["oauth"];
  return readable ? [...byConsent, "protocol", "bio_code"] : byConsent;
}

const idsOf = (accounts: readonly SocialAccount[]): string[] => accounts.map((account) => account.id);

const byAccount = <T extends { readonly accountId: string }>(rows: readonly T[]): ReadonlyMap<string, T> =>
  new Map(rows.map((row) => [row.accountId, row]));
