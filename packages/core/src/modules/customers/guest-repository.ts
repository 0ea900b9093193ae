import { type Kysely, sql } from "kysely";
import type { Scope, Tx } from "#infrastructure/database";
import type { CustomerTables } from "./tables.ts";

const db = (scope: Scope): Kysely<CustomerTables> => scope.tables<CustomerTables>();

/** A guest and the first of their secrets, in one statement. */
export async function insertGuest(scope: Scope, guestId: string, secretHash: string, now: Date): Promise<void> {
  await db(scope)
    .with("guest", (query) =>
      query
        .insertInto("guests")
        .values({ id: guestId, createdAt: now, mergedInto: null, mergedAt: null })
        .returning("id"),
    )
    .insertInto("guestSecrets")
    .values({ secretHash, guestId, createdAt: now, expiresAt: null })
    .execute();
}

/**
 * The guest a secret opens; null for unknown and expired ones, and for guests who signed in meanwhile. Written out and
 * read past the plugins: a guest's every request asks it.
 */
export async function findGuestBySecret(scope: Scope, secretHash: string, now: Date): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select g.id from guest_secrets s join guests g on g.id = s.guest_id
    where s.secret_hash = ${secretHash} and g.merged_into is null and (s.expires_at is null or s.expires_at > ${now})
  `.execute(db(scope).withoutPlugins());
  return rows[0]?.id ?? null;
}

/** Gives a guest another secret. False when there is no such guest or they signed in meanwhile. */
export async function insertGuestSecret(
  tx: Tx,
  secret: { readonly guestId: string; readonly secretHash: string; readonly expiresAt: Date },
  now: Date,
): Promise<boolean> {
  const guest = await db(tx)
    .selectFrom("guests")
    .select("id")
    .where("id", "=", secret.guestId)
    .where("mergedInto", "is", null)
    // A sign-in that merges this guest at the same time waits, and then ends this secret too.
    .forShare()
    .executeTakeFirst();
  if (guest === undefined) return false;
  await db(tx)
    .insertInto("guestSecrets")
    .values({ ...secret, createdAt: now })
    .execute();
  return true;
}

/** Ends a guest in favor of an account. False when that happened before, or there is no such guest. */
export async function markGuestMerged(tx: Tx, guestId: string, customerId: string, now: Date): Promise<boolean> {
  const row = await db(tx)
    .updateTable("guests")
    .set({ mergedInto: customerId, mergedAt: now })
    .where("id", "=", guestId)
    .where("mergedInto", "is", null)
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}
