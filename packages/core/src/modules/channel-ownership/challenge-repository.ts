import type { Kysely, Selectable } from "kysely";
import type { Scope, Tx } from "#infrastructure/database";
import type { Challenge } from "./ownership.ts";
import type { OwnershipChallengeRow, OwnershipConsentRow, OwnershipTables } from "./tables.ts";

const db = (scope: Scope): Kysely<OwnershipTables> => scope.tables<OwnershipTables>();

export async function insertChallenge(tx: Tx, challenge: Challenge): Promise<void> {
  await db(tx)
    .insertInto("ownershipChallenges")
    .values({ ...challenge, evidence: challenge.evidence === null ? null : JSON.stringify(challenge.evidence) })
    .execute();
}

/** Ends the open code of a person for a channel: a new one takes its place. */
export async function expireOpenChallenges(
  tx: Tx,
  of: Pick<Challenge, "ownerId" | "accountId" | "purpose">,
  at: Date,
): Promise<void> {
  await db(tx)
    .updateTable("ownershipChallenges")
    .set({ state: "expired", settledAt: at })
    .where("ownerId", "=", of.ownerId)
    .where("accountId", "=", of.accountId)
    .where("purpose", "=", of.purpose)
    .where("state", "=", "issued")
    .execute();
}

/** A code of this person, locked until the transaction ends. */
export async function findChallengeForUpdate(
  tx: Tx,
  ownerId: string,
  accountId: string,
  challengeId: string,
): Promise<Challenge | null> {
  const row = await db(tx)
    .selectFrom("ownershipChallenges")
    .selectAll()
    .where("id", "=", challengeId)
    .where("ownerId", "=", ownerId)
    .where("accountId", "=", accountId)
    .forUpdate()
    .executeTakeFirst();
  return row === undefined ? null : challengeOf(row);
}

export async function updateChallenge(tx: Tx, challenge: Challenge): Promise<void> {
  const { id, state, checks, nextCheckAt, settledAt, method, evidence } = challenge;
  await db(tx)
    .updateTable("ownershipChallenges")
    .set({
      ...{ state, checks, nextCheckAt, settledAt, method },
      evidence: evidence === null ? null : JSON.stringify(evidence),
    })
    .where("id", "=", id)
    .execute();
}

/** Codes that still can be proven, by account. */
export async function listOpenChallenges(
  scope: Scope,
  ownerId: string,
  accountIds: readonly string[],
  wall: Date,
): Promise<Challenge[]> {
  if (accountIds.length === 0) return [];
  const rows = await db(scope)
    .selectFrom("ownershipChallenges")
    .selectAll()
    .where("ownerId", "=", ownerId)
    .where("accountId", "in", accountIds)
    .where("state", "=", "issued")
    .where("expiresAt", ">", wall)
    .execute();
  return rows.map(challengeOf);
}

/** The account a live code is about, for the page a platform looks at. */
export async function findAccountOfCode(scope: Scope, code: string, wall: Date): Promise<string | null> {
  const row = await db(scope)
    .selectFrom("ownershipChallenges")
    .select("accountId")
    .where("code", "=", code)
    .where("state", "=", "issued")
    .where("expiresAt", ">", wall)
    .executeTakeFirst();
  return row?.accountId ?? null;
}

export async function updateChallengeOwner(tx: Tx, fromOwnerId: string, toOwnerId: string, at: Date): Promise<void> {
  // Both may have an open code for one channel: the customer's stays.
  await db(tx)
    .updateTable("ownershipChallenges as theirs")
    .set({ state: "expired", settledAt: at })
    .where("theirs.ownerId", "=", fromOwnerId)
    .where("theirs.state", "=", "issued")
    .where((where) =>
      where.exists(
        where
          .selectFrom("ownershipChallenges as kept")
          .select("kept.id")
          .where("kept.ownerId", "=", toOwnerId)
          .where("kept.state", "=", "issued")
          .whereRef("kept.accountId", "=", "theirs.accountId")
          .whereRef("kept.purpose", "=", "theirs.purpose"),
      ),
    )
    .execute();
  await db(tx)
    .updateTable("ownershipChallenges")
    .set({ ownerId: toOwnerId })
    .where("ownerId", "=", fromOwnerId)
    .execute();
}

export async function insertConsent(tx: Tx, consent: Omit<OwnershipConsentRow, "usedAt">): Promise<void> {
  await db(tx)
    .insertInto("ownershipConsents")
    .values({ ...consent, usedAt: null })
    .execute();
}

/** Uses a trip up. Null when it is unknown, somebody else's, over, or was used. */
export async function consumeConsent(
  tx: Tx,
  stateHash: string,
  ownerId: string,
  wall: Date,
): Promise<Pick<OwnershipConsentRow, "accountId" | "codeVerifier"> | null> {
  const row = await db(tx)
    .updateTable("ownershipConsents")
    .set({ usedAt: wall })
    .where("stateHash", "=", stateHash)
    .where("ownerId", "=", ownerId)
    .where("usedAt", "is", null)
    .where("expiresAt", ">", wall)
    .returning(["accountId", "codeVerifier"])
    .executeTakeFirst();
  return row ?? null;
}

/** Codes that were not proven and trips, both ended before `before`; the history of proofs stays. */
export async function deleteEnded(tx: Tx, before: Date): Promise<void> {
  await db(tx)
    .deleteFrom("ownershipChallenges")
    .where("state", "in", ["expired", "exhausted"])
    .where("settledAt", "<", before)
    .execute();
  await db(tx)
    .deleteFrom("ownershipChallenges")
    .where("state", "=", "issued")
    .where("expiresAt", "<", before)
    .execute();
  await db(tx).deleteFrom("ownershipConsents").where("expiresAt", "<", before).execute();
}

const challengeOf = (row: Selectable<OwnershipChallengeRow>): Challenge => row;
