import type { Kysely } from "kysely";
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

/** The guest a secret opens; null for unknown and expired ones, and for guests who signed in meanwhile. */
export async function findGuestBySecret(scope: Scope, secretHash: string, now: Date): Promise<string | null> {
  const row = await db(scope)
    .selectFrom("guestSecrets as s")
    .innerJoin("guests as g", "g.id", "s.guestId")
    .select("g.id")
    .where("s.secretHash", "=", secretHash)
    .where("g.mergedInto", "is", null)
    .where((where) => where.or([where("s.expiresAt", "is", null), where("s.expiresAt", ">", now)]))
    .executeTakeFirst();
  return row?.id ?? null;
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
