import type { Tx } from "#infrastructure/database";
import type { Actor } from "#kernel/actor";
import { after } from "#kernel/clock";
import {
  isPassing,
  type MetricSnapshot,
  type Reading,
  type ReadingFailure,
  type ReadingOutcome,
  type SocialAccount,
} from "#modules/social-accounts";
import { lapseClaim } from "./age-claim.ts";
import { askDomain } from "./ask-domain.ts";
import { findChallengeForUpdate, updateChallenge } from "./challenge-repository.ts";
import type { OwnershipDeps } from "./channel-ownership.ts";
import { findClaimsOfOwner } from "./claim-repository.ts";
import { type FoundProof, findProof } from "./find-proof.ts";
import { requireOwner } from "./issue-challenge.ts";
import { type Challenge, type Claim, checksMax, waitAfter } from "./ownership.ts";
import { challengeEnded, challengeNotFound, checkTooSoon } from "./ownership-errors.ts";
import { answerCheck } from "./ownership-states.ts";
import { proofPageOf } from "./proof-page.ts";
import { recordProof } from "./record-proof.ts";

/** What a look at a channel brought. */
export type CheckFinding = "proven" | "code_missing" | "unreadable" | "identity_changed" | "too_late";

export interface CheckResult {
  readonly finding: CheckFinding;
  readonly challenge: Challenge;
  readonly claim: Claim | null;
  /** Why the channel could not be read, for `unreadable`. */
  readonly failure: ReadingFailure | null;
}

/** What the outside said: the reading, and whether the channel's own domain carries the code. */
interface Look {
  readonly outcome: ReadingOutcome;
  readonly onDomain: boolean;
}

/**
 * Looks for a code on its channel now. Three steps: the look is counted, the platform is asked with no transaction
 * open, the answer is written. Only the channel with the platform's id the code was issued for can prove it: the same
 * code on a friend's channel, or on one that took over the handle, counts for nothing. A moment's trouble of the
 * platform costs no look.
 *
 * Throws `channel.not-found`, `ownership.challenge-not-found`, `ownership.challenge-ended`,
 * `ownership.check-too-soon`.
 */
export async function checkChallenge(
  deps: OwnershipDeps,
  actor: Actor,
  accountId: string,
  challengeId: string,
): Promise<CheckResult> {
  const ownerId = requireOwner(actor);
  const account = await deps.socialAccounts.findOwned(deps.database, actor, accountId);
  const begun = await deps.database.transaction((tx) => begin(deps, tx, { ownerId, accountId, challengeId }));
  if (begun.state !== "issued") return { finding: "too_late", challenge: begun, claim: null, failure: null };
  const look = await lookAt(deps, account, begun);
  return deps.database.transaction(async (tx) => {
    const challenge = await findChallengeForUpdate(tx, ownerId, accountId, challengeId);
    if (challenge === null) throw challengeNotFound(challengeId);
    const snapshot = await deps.socialAccounts.record(tx, account.id, look.outcome);
    // Proven or replaced by another tab while the platform was asked.
    if (challenge.state !== "issued") throw challengeEnded(challenge.state);
    return conclude(deps, tx, { challenge, account, look, snapshot });
  });
}

/** Counts a look, or ends a code whose time is over. */
async function begin(
  deps: OwnershipDeps,
  tx: Tx,
  { ownerId, accountId, challengeId }: { ownerId: string; accountId: string; challengeId: string },
): Promise<Challenge> {
  const challenge = await findChallengeForUpdate(tx, ownerId, accountId, challengeId);
  if (challenge === null) throw challengeNotFound(challengeId);
  const wall = deps.clock.wall();
  const answer = answerCheck(challenge, wall);
  if (answer.kind === "ended") throw challengeEnded(challenge.state);
  if (answer.kind === "too-soon") throw checkTooSoon(answer.retryAt, wall);
  const checks = challenge.checks + 1;
  const begun: Challenge =
    answer.kind === "too-late"
      ? { ...challenge, state: "expired", settledAt: wall }
      : { ...challenge, checks, nextCheckAt: after(wall, waitAfter(checks)) };
  await updateChallenge(tx, begun);
  return begun;
}

async function lookAt(deps: OwnershipDeps, account: SocialAccount, challenge: Challenge): Promise<Look> {
  const outcome = await deps.socialAccounts.read(account.id, "validation");
  if (outcome.status === "failed" || foundIn(deps, outcome.reading, challenge) !== null) {
    return { outcome, onDomain: false };
  }
  return { outcome, onDomain: await askDomain(deps.outboundHttp, account, outcome.reading, challenge.code) };
}

const foundIn = (deps: OwnershipDeps, reading: Reading, { code }: Challenge): FoundProof | null =>
  reading.about === undefined ? null : findProof(reading.about, code, proofPageOf(deps.publicUrl, code));

interface Concluding {
  readonly challenge: Challenge;
  readonly account: SocialAccount;
  readonly look: Look;
  readonly snapshot: MetricSnapshot | null;
}

async function conclude(
  deps: OwnershipDeps,
  tx: Tx,
  { challenge, account, look, snapshot }: Concluding,
): Promise<CheckResult> {
  const { outcome } = look;
  if (outcome.status === "failed" && outcome.failure.kind !== "ambiguous") {
    return concludeUnread(deps, tx, challenge, outcome.failure);
  }
  if (outcome.status === "failed" || isAnotherChannel(account, challenge, outcome.reading)) {
    await endClaim(deps, tx, challenge);
    return settle(deps, tx, { ...challenge, state: "expired" }, { finding: "identity_changed" });
  }
  const { reading } = outcome;
  const found: FoundProof | null =
    foundIn(deps, reading, challenge) ?? (look.onDomain ? { method: "protocol", place: "domain" } : null);
  if (found === null) {
    const state = challenge.checks >= checksMax ? "exhausted" : "issued";
    return settle(deps, tx, { ...challenge, state }, { finding: "code_missing" });
  }
  const evidence = {
    source: reading.source,
    place: found.place,
    rawHash: reading.rawHash,
    snapshotId: snapshot?.id ?? null,
    observedAt: reading.takenAt.toISOString(),
  };
  const { ownerId, platformUserId } = challenge;
  const claim = await recordProof(deps, tx, { ownerId, account, platformUserId, method: found.method, evidence });
  const proven: Challenge = { ...challenge, state: "proven", method: found.method, evidence };
  return settle(deps, tx, proven, { finding: "proven", claim });
}

/** The id behind the code is gone from this account, or the handle is no longer that id's. */
const isAnotherChannel = (account: SocialAccount, challenge: Challenge, { platformUserId, about }: Reading): boolean =>
  platformUserId !== challenge.platformUserId ||
  (account.platformUserId !== null && account.platformUserId !== challenge.platformUserId) ||
  (about?.handle != null && about.handle !== account.handle && account.handle !== platformUserId);

async function concludeUnread(
  deps: OwnershipDeps,
  tx: Tx,
  challenge: Challenge,
  failure: ReadingFailure,
): Promise<CheckResult> {
  if (isPassing(failure.kind)) {
    return settle(deps, tx, { ...challenge, checks: challenge.checks - 1 }, { finding: "unreadable", failure });
  }
  const state = challenge.checks >= checksMax ? "exhausted" : "issued";
  return settle(deps, tx, { ...challenge, state }, { finding: "unreadable", failure });
}

async function endClaim(deps: OwnershipDeps, tx: Tx, { ownerId, platformUserId }: Challenge): Promise<void> {
  for (const claim of await findClaimsOfOwner(tx, ownerId, [platformUserId])) {
    await lapseClaim(deps, tx, claim, "identity_changed");
  }
}

async function settle(
  deps: OwnershipDeps,
  tx: Tx,
  challenge: Challenge,
  result: Pick<CheckResult, "finding"> & Partial<CheckResult>,
): Promise<CheckResult> {
  const settled = { ...challenge, settledAt: challenge.state === "issued" ? null : deps.clock.wall() };
  await updateChallenge(tx, settled);
  return { claim: null, failure: null, ...result, challenge: settled };
}
