import type { Platform } from "@smplat/contracts/vocabulary";
import type { Scope, Tx } from "#infrastructure/database";
import { type Actor, actorId } from "#kernel/actor";
import type { Clock } from "#kernel/clock";
import { DomainError } from "#kernel/domain-error";
import { newId } from "#kernel/id";
import { attestedReading } from "./attest-reading.ts";
import { insertGap } from "./metric-history-repository.ts";
import { type ParsedHandle, parseHandle } from "./parse-handle.ts";
import { type ReadingDeps, readAccount, readChannel } from "./read-account.ts";
import { isPassing } from "./reading-failures.ts";
import { announceLoss, recordReading } from "./record-reading.ts";
import type { Reading, ReadingFailure, ReadingOutcome, SocialAccount, ValidationResult } from "./social-account.ts";
import { findAccountByHandle, insertSnapshot, upsertAccount } from "./social-account-repository.ts";
import { watchNext } from "./watch-account.ts";

interface Request {
  readonly ownerId: string;
  readonly platform: Platform;
  readonly parsed: ParsedHandle;
}

/**
 * Looks a channel up for somebody and keeps it with its first reading. The platform is asked with no transaction open:
 * `scope` must not be a {@link Tx}. A channel that certainly does not exist is not kept; one that was measured is
 * watched for two days, so that its usual growth is known should somebody buy for it.
 *
 * Throws `channel.handle-invalid`, and `auth.required` for an actor without an id.
 */
export async function validateAccount(
  deps: ReadingDeps,
  scope: Scope,
  actor: Actor,
  input: { readonly platform: Platform; readonly handle: string },
): Promise<ValidationResult> {
  const ownerId = actorId(actor);
  if (ownerId === null) throw new DomainError("auth.required");
  const request: Request = { ownerId, platform: input.platform, parsed: parseHandle(input.platform, input.handle) };
  const outcome = await look(deps, scope, request);
  if (outcome === null) {
    const account = await scope.transaction((tx) =>
      upsertAccount(tx, accountFor(request, deps.clock.now(), { state: "not_measured" })),
    );
    return { status: "not_measured", account, snapshot: null, failure: null };
  }
  return scope.transaction((tx) => keep(deps.clock, tx, request, outcome));
}

/** Asks by name, since the name is what was given; null when no source reads the platform and nobody stands for it. */
async function look(deps: ReadingDeps, scope: Scope, request: Request): Promise<ReadingOutcome | null> {
  const { ownerId, platform, parsed } = request;
  const target = { handle: parsed.handle, platformUserId: null };
  if (!deps.reader.isMeasurable(platform)) {
    return attestedReading(deps, scope, { platform, handle: parsed.handle }, "validation");
  }
  const known = await findAccountByHandle(scope, ownerId, platform, parsed.handle);
  if (known !== null) return readAccount(deps, known, "validation", target);
  return readChannel(deps, scope, { platform, ...target }, "validation");
}

async function keep(clock: Clock, tx: Tx, request: Request, outcome: ReadingOutcome): Promise<ValidationResult> {
  if (outcome.status === "failed") return keepFailure(clock, tx, request, outcome.failure, outcome.source);
  const { reading } = outcome;
  if (reading.method === "manual") return keepAttested(clock, tx, request, reading);
  const known = await findAccountByHandle(tx, request.ownerId, request.platform, request.parsed.handle);
  if (known !== null && known.platformUserId !== null && known.platformUserId !== reading.platformUserId) {
    // The name changed hands: readings of two channels must not meet under one account.
    return keepFailure(clock, tx, request, { kind: "ambiguous", retryAt: null }, reading.source);
  }
  const { platformUserId, displayName, avatarUrl, takenAt } = reading;
  const account = await upsertAccount(
    tx,
    accountFor(request, clock.now(), {
      state: "measured",
      platformUserId,
      displayName,
      avatarUrl,
      lastReadAt: takenAt,
    }),
  );
  const snapshot = await insertSnapshot(tx, account.id, reading);
  watchNext(clock, tx, account.id, 1);
  return { status: "measured", account, snapshot, failure: null };
}

/** Staff stand for the counts: nothing to watch, and nothing learned about who the channel is. */
async function keepAttested(clock: Clock, tx: Tx, request: Request, reading: Reading): Promise<ValidationResult> {
  const facts = { state: "measured", lastReadAt: reading.takenAt } as const;
  const account = await upsertAccount(tx, accountFor(request, clock.now(), facts));
  const snapshot = await recordReading({ clock }, tx, account.id, { status: "measured", reading });
  return { status: "measured", account, snapshot, failure: null };
}

/** Kept only if it may exist: what nobody can find is a typing error. */
async function keepFailure(
  clock: Clock,
  tx: Tx,
  request: Request,
  failure: ReadingFailure,
  source: string | null = null,
): Promise<ValidationResult> {
  if (failure.kind === "not_found") return { status: "failed", account: null, snapshot: null, failure };
  const known = await findAccountByHandle(tx, request.ownerId, request.platform, request.parsed.handle);
  // A moment's trouble says nothing about a channel we could read before.
  if (known !== null && known.state === "measured" && isPassing(failure.kind)) {
    await insertGap(tx, { accountId: known.id, takenAt: clock.now(), source, ...failure });
    return { status: "failed", account: known, snapshot: null, failure };
  }
  if (known !== null) announceLoss(tx, known, failure);
  const account = await upsertAccount(
    tx,
    accountFor(request, clock.now(), { state: "failed", lastFailure: failure.kind }),
  );
  await insertGap(tx, { accountId: account.id, takenAt: clock.now(), source, ...failure });
  return { status: "failed", account, snapshot: null, failure };
}

function accountFor(
  { ownerId, platform, parsed }: Request,
  now: Date,
  facts: Pick<SocialAccount, "state"> & Partial<SocialAccount>,
): SocialAccount {
  return {
    id: newId("soc"),
    ownerId,
    platform,
    handle: parsed.handle,
    profileUrl: parsed.profileUrl,
    platformUserId: null,
    displayName: null,
    avatarUrl: null,
    lastFailure: null,
    lastReadAt: null,
    createdAt: now,
    updatedAt: now,
    ...facts,
  };
}
