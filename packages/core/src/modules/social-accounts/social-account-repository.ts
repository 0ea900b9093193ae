import type { Platform } from "@smplat/contracts/vocabulary";
import { type Kysely, type Selectable, sql } from "kysely";
import type { Scope, Tx } from "#infrastructure/database";
import { newId } from "#kernel/id";
import type { MetricSnapshot, Reading, ReadingFailure, SocialAccount } from "./social-account.ts";
import type { MetricSnapshotRow, SocialAccountRow, SocialAccountTables } from "./tables.ts";

const db = (scope: Scope): Kysely<SocialAccountTables> => scope.tables<SocialAccountTables>();

export async function findAccount(scope: Scope, accountId: string): Promise<SocialAccount | null> {
  const row = await db(scope).selectFrom("socialAccounts").selectAll().where("id", "=", accountId).executeTakeFirst();
  return row === undefined ? null : accountOf(row);
}

export async function findAccounts(scope: Scope, accountIds: readonly string[]): Promise<SocialAccount[]> {
  if (accountIds.length === 0) return [];
  const rows = await db(scope).selectFrom("socialAccounts").selectAll().where("id", "in", accountIds).execute();
  return rows.map(accountOf);
}

/** An account the owner has, or had as a guest before they signed in. */
export async function findAccountOfOwner(
  scope: Scope,
  ownerId: string,
  accountId: string,
): Promise<SocialAccount | null> {
  const row = await db(scope)
    .selectFrom("socialAccounts as account")
    .leftJoin("socialAccounts as merged", "merged.id", "account.mergedInto")
    .selectAll("account")
    .where("account.id", "=", accountId)
    .where((where) => where.or([where("account.ownerId", "=", ownerId), where("merged.ownerId", "=", ownerId)]))
    .executeTakeFirst();
  return row === undefined ? null : accountOf(row);
}

/** The owner's channels, newest first, without those another row stands for. */
export async function listAccountsOfOwner(scope: Scope, ownerId: string, limit: number): Promise<SocialAccount[]> {
  const rows = await db(scope)
    .selectFrom("socialAccounts")
    .selectAll()
    .where("ownerId", "=", ownerId)
    .where("mergedInto", "is", null)
    .orderBy("createdAt", "desc")
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
  return rows.map(accountOf);
}

export async function findAccountByHandle(
  scope: Scope,
  ownerId: string,
  platform: Platform,
  handle: string,
): Promise<SocialAccount | null> {
  const row = await db(scope)
    .selectFrom("socialAccounts")
    .selectAll()
    .where("ownerId", "=", ownerId)
    .where("platform", "=", platform)
    .where(sql`lower(handle)`, "=", handle.toLowerCase())
    .executeTakeFirst();
  return row === undefined ? null : accountOf(row);
}

/** Writes an account, or brings the owner's row for the same channel up to date; what is not known stays as it was. */
export async function upsertAccount(tx: Tx, account: SocialAccount): Promise<SocialAccount> {
  const row = await db(tx)
    .insertInto("socialAccounts")
    .values({ ...account, mergedInto: null })
    .onConflict((conflict) =>
      conflict.expression(sql`owner_id, platform, lower(handle)`).doUpdateSet((set) => ({
        platformUserId: sql<string | null>`coalesce(excluded.platform_user_id, social_accounts.platform_user_id)`,
        displayName: sql<string | null>`coalesce(excluded.display_name, social_accounts.display_name)`,
        avatarUrl: sql<string | null>`coalesce(excluded.avatar_url, social_accounts.avatar_url)`,
        lastReadAt: sql<Date | null>`coalesce(excluded.last_read_at, social_accounts.last_read_at)`,
        state: set.ref("excluded.state"),
        lastFailure: set.ref("excluded.lastFailure"),
        updatedAt: set.ref("excluded.updatedAt"),
      })),
    )
    .returningAll()
    .executeTakeFirstOrThrow();
  return accountOf(row);
}

/** Every owner's account of a channel that is not merged into another. */
export async function findAccountsOfChannel(
  scope: Scope,
  channel: { readonly platform: Platform; readonly handle: string },
): Promise<SocialAccount[]> {
  const rows = await db(scope)
    .selectFrom("socialAccounts")
    .selectAll()
    .where("platform", "=", channel.platform)
    .where(sql`lower(handle)`, "=", channel.handle.toLowerCase())
    .where("mergedInto", "is", null)
    .execute();
  return rows.map(accountOf);
}

/** Accounts of a channel whose newest reading is the one taken at `readAt` no longer count as measured. */
export async function forgetMeasurement(
  tx: Tx,
  channel: { readonly platform: Platform; readonly handle: string },
  readAt: Date,
  at: Date,
): Promise<void> {
  await db(tx)
    .updateTable("socialAccounts")
    .set({ state: "not_measured", lastFailure: null, updatedAt: at })
    .where("platform", "=", channel.platform)
    .where(sql`lower(handle)`, "=", channel.handle.toLowerCase())
    .where("state", "=", "measured")
    .where("lastReadAt", "=", readAt)
    .execute();
}

/** The same reading again: shared by several who asked, or one that staff stand for. */
export async function findSameSnapshot(
  scope: Scope,
  accountId: string,
  reading: Pick<Reading, "takenAt" | "source" | "rawHash">,
): Promise<MetricSnapshot | null> {
  const row = await db(scope)
    .selectFrom("metricSnapshots")
    .selectAll()
    .where("accountId", "=", accountId)
    .where("takenAt", "=", reading.takenAt)
    .where("source", "=", reading.source)
    .where("rawHash", "=", reading.rawHash)
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : snapshotOf(row);
}

/** Stores a reading and what it says about the account, in one statement. */
export async function insertSnapshot(tx: Tx, accountId: string, reading: Reading): Promise<MetricSnapshot> {
  const { platformUserId, displayName, avatarUrl, followers, posts, views, precision, about: _, ...rest } = reading;
  const row = await db(tx)
    .with("account", (query) =>
      query
        .updateTable("socialAccounts")
        .set({
          // Staff tell counts, not who the channel is.
          ...(reading.method === "manual" ? {} : { platformUserId, displayName, avatarUrl }),
          state: "measured",
          lastFailure: null,
          lastReadAt: reading.takenAt,
          updatedAt: reading.takenAt,
        })
        .where("id", "=", accountId)
        .returning("id"),
    )
    .insertInto("metricSnapshots")
    .values({
      ...rest,
      id: newId("snp"),
      accountId,
      metrics: JSON.stringify({ followers, posts, views }),
      precision: JSON.stringify(precision),
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return snapshotOf(row);
}

export async function updateFailure(tx: Tx, accountId: string, failure: ReadingFailure, at: Date): Promise<void> {
  await db(tx)
    .updateTable("socialAccounts")
    .set({ state: "failed", lastFailure: failure.kind, updatedAt: at })
    .where("id", "=", accountId)
    .execute();
}

export async function findSnapshotRows(scope: Scope, ids: readonly string[]): Promise<MetricSnapshot[]> {
  if (ids.length === 0) return [];
  const rows = await db(scope).selectFrom("metricSnapshots").selectAll().where("id", "in", ids).execute();
  return rows.map(snapshotOf);
}

/** The newest reading of each account that has one: one step into the index per account, however long their history. */
export async function findLatestSnapshotRows(scope: Scope, accountIds: readonly string[]): Promise<MetricSnapshot[]> {
  if (accountIds.length === 0) return [];
  const rows = await db(scope)
    .selectFrom(sql<{ id: string }>`unnest(${accountIds}::text[])`.as<"wanted">(sql`wanted(id)`))
    .innerJoinLateral(
      (query) =>
        query
          .selectFrom("metricSnapshots")
          .selectAll("metricSnapshots")
          .whereRef("metricSnapshots.accountId", "=", "wanted.id")
          .orderBy("takenAt", "desc")
          .orderBy("id", "desc")
          .limit(1)
          .as("latest"),
      (join) => join.onTrue(),
    )
    .selectAll("latest")
    .execute();
  return rows.map(snapshotOf);
}

export async function listSnapshotRows(
  scope: Scope,
  accountId: string,
  range: { readonly from: Date; readonly to: Date; readonly limit: number },
): Promise<MetricSnapshot[]> {
  const rows = await db(scope)
    .selectFrom("metricSnapshots")
    .selectAll()
    .where("accountId", "=", accountId)
    .where("takenAt", ">=", range.from)
    .where("takenAt", "<=", range.to)
    .orderBy("takenAt", "desc")
    .orderBy("id", "desc")
    .limit(range.limit)
    .execute();
  return rows.map(snapshotOf).reverse();
}

/**
 * Gives one owner's channels to another. A channel both have stays where it is and points to the other's row, in the
 * same statement's second half: orders and readings keep naming it.
 */
export async function updateOwnerOfAccounts(tx: Tx, fromOwnerId: string, toOwnerId: string): Promise<void> {
  await sql`
    with theirs as (
      select mine.id, other.id as same_channel
      from social_accounts mine
      left join social_accounts other
        on other.owner_id = ${toOwnerId} and other.platform = mine.platform and lower(other.handle) = lower(mine.handle)
      where mine.owner_id = ${fromOwnerId}
    )
    update social_accounts account
    set owner_id = case when theirs.same_channel is null then ${toOwnerId} else account.owner_id end,
        merged_into = theirs.same_channel
    from theirs where theirs.id = account.id`.execute(db(tx));
}

function accountOf({ mergedInto: _, ...row }: Selectable<SocialAccountRow>): SocialAccount {
  return row;
}

function snapshotOf({ metrics, ...row }: Selectable<MetricSnapshotRow>): MetricSnapshot {
  return { ...row, ...metrics };
}
