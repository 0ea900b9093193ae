import type { RiskList, RiskListKind } from "@smplat/contracts/vocabulary";
import type { Scope } from "#infrastructure/database";
import { type Actor, recordActor } from "#kernel/actor";
import { after, type Clock } from "#kernel/clock";
import { newId } from "#kernel/id";
import { type createKeyMaker, normalizeAddress } from "./identity-keys.ts";
import type { ListEntry } from "./list-entry.ts";
import { networkRange } from "./network-range.ts";
import { assessmentNotFound, listEntryInvalid } from "./risk-errors.ts";
import { authorizeRisk } from "./risk-policy.ts";
import { findAssessment, insertAudit, insertListEntry, markListEntryRemoved } from "./risk-repository.ts";

export interface ListDeps {
  readonly clock: Clock;
  readonly keyMaker: ReturnType<typeof createKeyMaker>;
}

export interface NewListEntry {
  readonly list: RiskList;
  readonly kind: RiskListKind;
  /** An e-mail address, a card's fingerprint at the processor, or a network. Null: as the assessment has it. */
  readonly value: string | null;
  /** Takes the e-mail, card or network of this attempt instead of a value. */
  readonly assessmentId: string | null;
  readonly note: string;
  /** Null: until somebody takes it out. */
  readonly livesMs: number | null;
}

/** Puts something on a list. Throws `risk.entry-invalid`, `risk.not-found`. */
export async function addListEntry(
  deps: ListDeps,
  scope: Scope,
  actor: Actor,
  input: NewListEntry,
): Promise<ListEntry> {
  authorizeRisk(actor, "edit-lists");
  return scope.transaction(async (tx) => {
    const now = deps.clock.wall();
    const entry: ListEntry = {
      id: newId("rle"),
      list: input.list,
      kind: input.kind,
      ...(input.assessmentId === null ? compared(deps, input) : await takenFrom(tx, input.assessmentId, input.kind)),
      note: input.note,
      actor: recordActor(actor),
      createdAt: now,
      expiresAt: input.livesMs === null ? null : after(now, input.livesMs),
      removedAt: null,
    };
    const stored = await insertListEntry(tx, entry);
    await insertAudit(tx, {
      at: now,
      actor: entry.actor,
      action: `${input.list}-list`,
      subjectId: entry.id,
      reason: input.note,
      metadata: { kind: input.kind, assessmentId: input.assessmentId },
    });
    return stored;
  });
}

type Compared = Pick<ListEntry, "key" | "network">;

function compared(deps: ListDeps, { kind, value }: NewListEntry): Compared {
  const text = value?.trim() ?? "";
  if (kind === "network") {
    const network = networkRange(text);
    if (network === null) throw listEntryInvalid("is not a range of addresses such as 203.0.113.0/24");
    return { key: null, network };
  }
  if (kind === "email" && !/^[^\s@]+@[^\s@]+$/.test(text)) throw listEntryInvalid("is not an e-mail address");
  if (text === "") throw listEntryInvalid("is empty");
  return { key: deps.keyMaker.keyOf(kind, kind === "email" ? normalizeAddress(text) : text), network: null };
}

async function takenFrom(scope: Scope, assessmentId: string, kind: RiskListKind): Promise<Compared> {
  const assessment = await findAssessment(scope, assessmentId, { lock: false });
  if (assessment === null) throw assessmentNotFound(assessmentId);
  const key = assessment.keys.find((candidate) => candidate.kind === kind)?.key ?? null;
  if (kind === "network" ? assessment.network === null : key === null)
    throw listEntryInvalid("is not known of this attempt");
  return kind === "network" ? { key: null, network: assessment.network } : { key, network: null };
}

/** Takes an entry out again. Throws `risk.not-found`. */
export async function removeListEntry(
  deps: ListDeps,
  scope: Scope,
  actor: Actor,
  input: { readonly entryId: string; readonly reason: string },
): Promise<void> {
  authorizeRisk(actor, "edit-lists");
  await scope.transaction(async (tx) => {
    const at = deps.clock.wall();
    const entry = await markListEntryRemoved(tx, input.entryId, at);
    if (entry === null) throw assessmentNotFound(input.entryId);
    await insertAudit(tx, {
      at,
      actor: recordActor(actor),
      action: "remove",
      subjectId: entry.id,
      reason: input.reason,
      metadata: { list: entry.list, kind: entry.kind },
    });
  });
}
