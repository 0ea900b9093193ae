import type { Channel, ChannelReading, OwnershipCheck } from "@smplat/contracts";
import {
  type ChannelView,
  type CheckResult,
  type Core,
  checksMax,
  describeFailure,
  domainProofPath,
  proofPageOf,
} from "@smplat/core";
import { presentAccount, presentSnapshot } from "../metrics/presenter.ts";

type Locale = Parameters<typeof describeFailure>[1];
type Challenge = CheckResult["challenge"];
type Failure = NonNullable<CheckResult["failure"]>;

/** What an answer is written for. */
export interface ChannelReader {
  readonly locale: Locale;
  readonly publicUrl: string;
}

/** A channel for its owner, without owner ids and tokens. */
export function presentChannel(view: ChannelView, reader: ChannelReader): Channel {
  const { account, snapshot, lookAlike } = view;
  return {
    ...presentAccount(account),
    status: account.state,
    failure:
      account.lastFailure === null ? null : presentFailure({ kind: account.lastFailure, retryAt: null }, reader.locale),
    snapshot: snapshot === null ? null : presentSnapshot(snapshot),
    connection: view.connection?.state ?? null,
    ownership: presentOwnership(view, reader),
    lookAlike: lookAlike === null ? null : { handle: lookAlike.handle },
    goals: view.goals.map((goal) => presentGoal(goal, snapshot?.[goal.metric] ?? null)),
    addedAt: account.createdAt.toISOString(),
  };
}

export function presentOwnership(view: ChannelView, { publicUrl }: ChannelReader): Channel["ownership"] {
  const { claim, challenge, ownership } = view;
  return {
    state: ownership,
    reason: ownership === "stale" ? (claim?.reason ?? "age") : (claim?.reason ?? null),
    proof:
      claim === null
        ? null
        : {
            method: claim.method,
            place: claim.evidence.place,
            source: claim.evidence.source,
            observedAt: claim.evidence.observedAt,
            evidenceHash: claim.evidence.rawHash,
            expiresAt: claim.expiresAt.toISOString(),
          },
    methods: [...view.methods],
    challenge: challenge === null ? null : presentChallenge(challenge, view, publicUrl),
  };
}

export function presentChallenge(
  challenge: Challenge,
  { account, ownDomain }: Pick<ChannelView, "account" | "ownDomain">,
  publicUrl: string,
): OwnershipCheck["challenge"] {
  return {
    id: challenge.id,
    state: challenge.state,
    code: `smplat-${challenge.code}`,
    pageUrl: proofPageOf(publicUrl, challenge.code),
    domainFileUrl: ownDomain ? `https://${account.handle}${domainProofPath}` : null,
    checksLeft: Math.max(0, checksMax - challenge.checks),
    nextCheckAt: challenge.nextCheckAt.toISOString(),
    expiresAt: challenge.expiresAt.toISOString(),
  };
}

export function presentCheck(result: CheckResult, view: ChannelView, reader: ChannelReader): OwnershipCheck {
  return {
    finding: result.finding,
    failure: result.failure === null ? null : presentFailure(result.failure, reader.locale),
    challenge: presentChallenge(result.challenge, view, reader.publicUrl),
    ownership: presentOwnership(view, reader),
  };
}

export const presentFailure = (failure: Failure, locale: Locale): NonNullable<ChannelReading["failure"]> => ({
  kind: failure.kind,
  ...describeFailure(failure.kind, locale),
  retryAt: failure.retryAt?.toISOString() ?? null,
});

type Goal = ChannelView["goals"][number];

function presentGoal(goal: Goal, current: number | null): Channel["goals"][number] {
  const { metric, target, dueOn, startedFrom } = goal;
  return {
    metric,
    target,
    dueOn,
    startedFrom,
    startedAt: goal.startedAt.toISOString(),
    progress: progressOf(goal, current),
  };
}

/** A goal that was reached before it was set is reached; one that moves away is not less than begun. */
function progressOf({ startedFrom, target }: Goal, current: number | null): number | null {
  if (current === null || startedFrom === null) return null;
  if (current >= target) return 1;
  return target <= startedFrom ? 0 : Math.max(0, (current - startedFrom) / (target - startedFrom));
}

/** An entry of the history, as `social-accounts` tells it. */
type Entry = Awaited<ReturnType<Core["socialAccounts"]["listReadings"]>>["items"][number];

export function presentReading(entry: Entry, locale: Locale): ChannelReading {
  if (entry.status === "missing") {
    const { takenAt, source, kind, retryAt } = entry.gap;
    return {
      ...{ takenAt: takenAt.toISOString(), status: "missing", source },
      ...{ followers: null, posts: null, views: null, precision: null },
      failure: presentFailure({ kind, retryAt }, locale),
    };
  }
  const { takenAt, source, followers, posts, views, precision } = entry.snapshot;
  return {
    ...{ takenAt: takenAt.toISOString(), status: "read", source, followers, posts, views },
    precision: { kind: precision.kind, step: precision.step },
    failure: null,
  };
}
