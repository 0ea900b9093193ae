import { createHash } from "node:crypto";
import type { Platform } from "@smplat/contracts/vocabulary";
import type { Scope, Tx } from "#infrastructure/database";
import { type Actor, actorId, isStaff } from "#kernel/actor";
import type { Clock } from "#kernel/clock";
import { DomainError } from "#kernel/domain-error";
import { newId } from "#kernel/id";
import { type Attestation, answers, readingOf } from "./attestation.ts";
import {
  findLiveAttestation,
  insertAttestation,
  lockAttestation,
  updateAttestation,
} from "./attestation-repository.ts";
import { parseHandle } from "./parse-handle.ts";
import { recordReading } from "./record-reading.ts";
import type { MeasuredReading, ReadingPurpose } from "./social-account.ts";
import {
  attestationDecided,
  attestationInvalid,
  attestationNotFound,
  attestationOwnReview,
} from "./social-account-errors.ts";
import { endAttestationJob } from "./social-account-jobs.ts";
import { findAccountsOfChannel, forgetMeasurement } from "./social-account-repository.ts";

interface Deps {
  readonly clock: Clock;
}

/** What a person of the staff saw, and what stands for it. */
export interface AttestationDraft {
  readonly platform: Platform;
  readonly handle: string;
  readonly followers: number;
  readonly posts: number | null;
  /** Business time; now when null. */
  readonly observedAt: Date | null;
  readonly evidenceUrl: string | null;
  readonly evidenceText: string;
  readonly reason: string;
  /** Business time. */
  readonly expiresAt: Date;
}

/**
 * Enters counts for a channel that no source can read. They count for nothing until somebody else of the staff
 * confirms them. Throws `auth.forbidden`, `channel.handle-invalid`, `attestation.invalid`.
 */
export async function proposeAttestation(
  { clock }: Deps,
  scope: Scope,
  actor: Actor,
  draft: AttestationDraft,
): Promise<Attestation> {
  const enteredBy = staffOf(actor);
  const { handle } = parseHandle(draft.platform, draft.handle);
  const now = clock.now();
  const observedAt = draft.observedAt ?? now;
  if (observedAt > now) throw attestationInvalid("observedAt", "in the future");
  if (draft.expiresAt <= now) throw attestationInvalid("expiresAt", "in the past");
  const attestation: Attestation = {
    ...draft,
    ...{ id: newId("att"), handle: handle.toLowerCase(), state: "proposed", observedAt, enteredBy, enteredAt: now },
    ...{ decidedBy: null, decidedAt: null, endedBy: null, endedAt: null, endReason: null },
  };
  await scope.transaction((tx) => insertAttestation(tx, attestation));
  return attestation;
}

/**
 * Confirms or declines what a colleague entered. Confirmed, it is a reading of every account of that channel, replaces
 * an earlier one, and ends by itself. Throws `auth.forbidden`, `attestation.not-found`, `attestation.own-review`,
 * `attestation.decided`.
 */
export async function decideAttestation(
  { clock }: Deps,
  scope: Scope,
  actor: Actor,
  request: { readonly id: string; readonly decision: "confirm" | "decline" },
): Promise<Attestation> {
  const decidedBy = staffOf(actor);
  return scope.transaction(async (tx) => {
    const proposed = await lockAttestation(tx, request.id);
    if (proposed === null) throw attestationNotFound(request.id);
    if (proposed.state !== "proposed") throw attestationDecided(request.id, proposed.state);
    if (proposed.enteredBy === decidedBy) throw attestationOwnReview(request.id);
    const now = clock.now();
    const decided = { decidedBy, decidedAt: now };
    if (request.decision === "decline") return updateAttestation(tx, proposed.id, { ...decided, state: "declined" });
    if (proposed.expiresAt <= now) throw attestationInvalid("expiresAt", "in the past");
    const earlier = await findLiveAttestation(tx, proposed);
    if (earlier !== null)
      await end(tx, earlier, "revoked", { by: decidedBy, at: now, reason: `Replaced by ${proposed.id}` });
    const live = await updateAttestation(tx, proposed.id, { ...decided, state: "live" });
    for (const account of await findAccountsOfChannel(tx, live)) {
      await recordReading({ clock }, tx, account.id, readingOf(live, hashOf));
    }
    tx.enqueue(endAttestationJob, { attestationId: live.id }, { key: live.id, runAt: live.expiresAt });
    return live;
  });
}

/** Ends one before its time. Throws `auth.forbidden`, `attestation.not-found`, `attestation.decided`. */
export async function revokeAttestation(
  { clock }: Deps,
  scope: Scope,
  actor: Actor,
  request: { readonly id: string; readonly reason: string },
): Promise<Attestation> {
  const by = staffOf(actor);
  return scope.transaction(async (tx) => {
    const live = await lockAttestation(tx, request.id);
    if (live === null) throw attestationNotFound(request.id);
    if (live.state !== "live") throw attestationDecided(request.id, live.state);
    return end(tx, live, "revoked", { by, at: clock.now(), reason: request.reason });
  });
}

/** Ends one that ran out; nothing when it ended before. */
export async function expireAttestation({ clock }: Deps, tx: Tx, id: string): Promise<void> {
  const live = await lockAttestation(tx, id);
  if (live?.state === "live") await end(tx, live, "expired", { by: null, at: clock.now(), reason: null });
}

/** What staff stand for in place of a reading that could not be taken; null when nobody does. */
export async function attestedReading(
  { clock }: Deps,
  scope: Scope,
  channel: { readonly platform: Platform; readonly handle: string },
  purpose: ReadingPurpose,
): Promise<MeasuredReading | null> {
  const live = await findLiveAttestation(scope, channel);
  return live !== null && answers(live, purpose, clock.now()) ? readingOf(live, hashOf) : null;
}

async function end(
  tx: Tx,
  live: Attestation,
  state: "revoked" | "expired",
  how: { readonly by: string | null; readonly at: Date; readonly reason: string | null },
): Promise<Attestation> {
  // Readings stay: they were seen then. What ends is that the channel counts as measured because of them.
  await forgetMeasurement(tx, live, live.observedAt, how.at);
  return updateAttestation(tx, live.id, { state, endedBy: how.by, endedAt: how.at, endReason: how.reason });
}

function staffOf(actor: Actor): string {
  const id = actorId(actor);
  if (!isStaff(actor) || id === null) throw new DomainError("auth.forbidden");
  return id;
}

const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex");
