import type { Kysely, Selectable } from "kysely";
import type { Scope, Tx } from "#infrastructure/database";
import type { AccountConnection, SealedConnection } from "./account-connection.ts";
import type { AccountConnectionRow, SocialAccountTables } from "./tables.ts";

const db = (scope: Scope): Kysely<SocialAccountTables> => scope.tables<SocialAccountTables>();

export async function findSealedConnection(scope: Scope, accountId: string): Promise<SealedConnection | null> {
  const row = await db(scope)
    .selectFrom("accountConnections")
    .selectAll()
    .where("accountId", "=", accountId)
    .executeTakeFirst();
  return row === undefined ? null : sealedOf(row);
}

export async function findConnectionRows(scope: Scope, accountIds: readonly string[]): Promise<AccountConnection[]> {
  if (accountIds.length === 0) return [];
  const rows = await db(scope)
    .selectFrom("accountConnections")
    .select(["accountId", "state", "scopes", "expiresAt", "connectedAt"])
    .where("accountId", "in", accountIds)
    .execute();
  return rows;
}

/** A new consent replaces an older one. */
export async function upsertConnection(
  tx: Tx,
  connection: Omit<SealedConnection, "version" | "state">,
  at: Date,
): Promise<void> {
  await db(tx)
    .insertInto("accountConnections")
    .values({
      ...connection,
      scopes: [...connection.scopes],
      state: "live",
      version: 1,
      renewingUntil: null,
      updatedAt: at,
    })
    .onConflict((conflict) =>
      conflict.column("accountId").doUpdateSet((set) => ({
        state: "live",
        scopes: set.ref("excluded.scopes"),
        sealedTokens: set.ref("excluded.sealedTokens"),
        expiresAt: set.ref("excluded.expiresAt"),
        connectedAt: set.ref("excluded.connectedAt"),
        updatedAt: set.ref("excluded.updatedAt"),
        version: set("accountConnections.version", "+", 1),
        renewingUntil: null,
      })),
    )
    .execute();
}

/** Takes the renewal for oneself until then (wall time); false when somebody else has it, or did it already. */
export async function claimRenewal(
  tx: Tx,
  seen: SealedConnection,
  lease: { readonly wall: Date; readonly until: Date },
): Promise<boolean> {
  const result = await db(tx)
    .updateTable("accountConnections")
    .set({ renewingUntil: lease.until })
    .where("accountId", "=", seen.accountId)
    .where("version", "=", seen.version)
    .where((where) => where.or([where("renewingUntil", "is", null), where("renewingUntil", "<=", lease.wall)]))
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Stores renewed tokens unless somebody else renewed or replaced them meanwhile; whether it did. */
export async function replaceTokens(
  tx: Tx,
  seen: SealedConnection,
  renewed: { readonly sealedTokens: string; readonly expiresAt: Date | null },
  at: Date,
): Promise<boolean> {
  const result = await db(tx)
    .updateTable("accountConnections")
    .set({ ...renewed, state: "live", version: seen.version + 1, renewingUntil: null, updatedAt: at })
    .where("accountId", "=", seen.accountId)
    .where("version", "=", seen.version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/**
 * Marks a live connection as no longer accepted; false when it was replaced, dropped or marked meanwhile, or when
 * somebody is renewing it, whose new tokens must not be lost.
 * @param renewal whether it is the caller who renews
 */
export async function markConnectionExpired(
  tx: Tx,
  seen: SealedConnection,
  times: { readonly at: Date; readonly wall: Date },
  renewal: "mine" | "none",
): Promise<boolean> {
  const result = await db(tx)
    .updateTable("accountConnections")
    .set({ state: "expired", version: seen.version + 1, renewingUntil: null, updatedAt: times.at })
    .where("accountId", "=", seen.accountId)
    .where("version", "=", seen.version)
    .where("state", "=", "live")
    .where((where) =>
      renewal === "mine"
        ? where.lit(true)
        : where.or([where("renewingUntil", "is", null), where("renewingUntil", "<=", times.wall)]),
    )
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function deleteConnection(tx: Tx, accountId: string): Promise<boolean> {
  const result = await db(tx).deleteFrom("accountConnections").where("accountId", "=", accountId).executeTakeFirst();
  return result.numDeletedRows === 1n;
}

function sealedOf({ updatedAt: _, renewingUntil: __, ...row }: Selectable<AccountConnectionRow>): SealedConnection {
  return row;
}
