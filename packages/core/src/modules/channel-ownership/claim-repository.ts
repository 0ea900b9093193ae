import type { Platform } from "@smplat/contracts/vocabulary";
import { type Kysely, type Selectable, sql } from "kysely";
import type { Scope, Tx } from "#infrastructure/database";
import type { Claim, ClaimReason } from "./ownership.ts";
import type { ChannelClaimRow, OwnershipTables } from "./tables.ts";

const db = (scope: Scope): Kysely<OwnershipTables> => scope.tables<OwnershipTables>();

/** Makes proofs of one channel take turns until the transaction ends: there may be no row yet to lock. */
export async function lockIdentity(tx: Tx, platform: Platform, platformUserId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`channel-claim ${platform} ${platformUserId}`}, 0))`.execute(
    db(tx),
  );
}

/** Claims of one person to any of these identities, whatever their state. */
export async function findClaimsOfOwner(
  scope: Scope,
  ownerId: string,
  platformUserIds: readonly string[],
): Promise<Claim[]> {
  if (platformUserIds.length === 0) return [];
  const rows = await db(scope)
    .selectFrom("channelClaims")
    .selectAll()
    .where("ownerId", "=", ownerId)
    .where("platformUserId", "in", platformUserIds)
    .execute();
  return rows.map(claimOf);
}

export async function listClaimsOfOwner(scope: Scope, ownerId: string): Promise<Claim[]> {
  const rows = await db(scope).selectFrom("channelClaims").selectAll().where("ownerId", "=", ownerId).execute();
  return rows.map(claimOf);
}

export async function findClaim(
  scope: Scope,
  claimId: string,
  { lock = false }: { readonly lock?: boolean } = {},
): Promise<Claim | null> {
  let query = db(scope).selectFrom("channelClaims").selectAll().where("id", "=", claimId);
  if (lock) query = query.forUpdate();
  const row = await query.executeTakeFirst();
  return row === undefined ? null : claimOf(row);
}

/** Takes an identity from everybody else who has it proven; returns who lost it. */
export async function demoteOthers(
  tx: Tx,
  proven: Pick<Claim, "ownerId" | "platform" | "platformUserId">,
  at: Date,
): Promise<Claim[]> {
  const rows = await db(tx)
    .updateTable("channelClaims")
    .set({ state: "demoted", reason: "proven_by_another", changedAt: at })
    .where("platform", "=", proven.platform)
    .where("platformUserId", "=", proven.platformUserId)
    .where("state", "=", "proven")
    .where("ownerId", "<>", proven.ownerId)
    .returningAll()
    .execute();
  return rows.map(claimOf);
}

/** Writes a person's claim to an identity, or renews the one they have; the first id stays. */
export async function upsertClaim(tx: Tx, claim: Claim): Promise<Claim> {
  const { id: _, ownerId: __, platform: ___, platformUserId: ____, ...news } = claim;
  const changes = { ...news, evidence: JSON.stringify(news.evidence) };
  const row = await db(tx)
    .insertInto("channelClaims")
    .values({ ...claim, evidence: JSON.stringify(claim.evidence) })
    .onConflict((conflict) => conflict.columns(["ownerId", "platform", "platformUserId"]).doUpdateSet(changes))
    .returningAll()
    .executeTakeFirstOrThrow();
  return claimOf(row);
}

export async function updateLapsed(
  tx: Tx,
  claimId: string,
  change: { readonly reason: ClaimReason; readonly changedAt: Date },
): Promise<void> {
  await db(tx)
    .updateTable("channelClaims")
    .set({ state: "stale", ...change })
    .where("id", "=", claimId)
    .where("state", "=", "proven")
    .execute();
}

export async function updateClaimOwner(tx: Tx, claimId: string, ownerId: string): Promise<void> {
  await db(tx).updateTable("channelClaims").set({ ownerId }).where("id", "=", claimId).execute();
}

export async function deleteClaim(tx: Tx, claimId: string): Promise<void> {
  await db(tx).deleteFrom("channelClaims").where("id", "=", claimId).execute();
}

/** Proven channels of one platform that look like one of these, but are others. */
export async function findLookAlikes(
  scope: Scope,
  platform: Platform,
  skeletons: readonly string[],
): Promise<Pick<Claim, "platform" | "skeleton" | "platformUserId" | "handle">[]> {
  if (skeletons.length === 0) return [];
  return db(scope)
    .selectFrom("channelClaims")
    .select(["platform", "skeleton", "platformUserId", "handle"])
    .where("platform", "=", platform)
    .where("skeleton", "in", skeletons)
    .where("state", "=", "proven")
    .limit(50)
    .execute();
}

const claimOf = (row: Selectable<ChannelClaimRow>): Claim => row;
