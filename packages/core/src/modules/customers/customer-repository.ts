import { type Kysely, sql } from "kysely";
import type { Scope, Tx } from "#infrastructure/database";
import { newId } from "#kernel/id";
import type { CustomerProfile, Person, ProfileChanges } from "./customer.ts";
import type { CustomerTables } from "./tables.ts";

const db = (scope: Scope): Kysely<CustomerTables> => scope.tables<CustomerTables>();

const personColumns = ["id as customerId", "role", "email", "name", "emailVerified", "locale"] as const;

export async function findPersonById(scope: Scope, customerId: string): Promise<Person | null> {
  const row = await db(scope)
    .selectFrom("authUser")
    .select(personColumns)
    .where("id", "=", customerId)
    .executeTakeFirst();
  return row ?? null;
}

export async function findPersonByEmail(scope: Scope, email: string): Promise<Person | null> {
  const row = await db(scope)
    .selectFrom("authUser")
    .select(personColumns)
    .where("email", "=", email)
    .executeTakeFirst();
  return row ?? null;
}

/** Names by id, for who did something; whoever has no account is left out. */
export async function listNames(scope: Scope, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db(scope)
    .selectFrom("authUser")
    .select(["id", "name"])
    .where("id", "in", [...new Set(ids)])
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** An account with its password and profile, in one statement. The id is new. */
export async function insertPerson(
  tx: Tx,
  person: Omit<Person, "customerId">,
  passwordHash: string,
  now: Date,
): Promise<string> {
  const id = newId("cus");
  const dates = { createdAt: now, updatedAt: now };
  await db(tx)
    .with("person", (query) =>
      query
        .insertInto("authUser")
        .values({ id, ...person, image: null, ...dates })
        .returning("id"),
    )
    .with("credential", (query) =>
      query
        .insertInto("authCredential")
        .values({
          id: newId("crd"),
          accountId: id,
          providerId: "credential",
          userId: id,
          password: passwordHash,
          ...dates,
        })
        .returning("id"),
    )
    .insertInto("customerProfiles")
    .values({ ...emptyProfile, customerId: id, ...dates })
    .execute();
  return id;
}

const emptyProfile = { currency: "EUR", company: null, taxId: null, address: null } as const;

/** Makes the profile of an account. False when it is there already. */
export async function insertProfile(tx: Tx, customerId: string, now: Date): Promise<boolean> {
  const row = await db(tx)
    .insertInto("customerProfiles")
    .values({ ...emptyProfile, customerId, createdAt: now, updatedAt: now })
    .onConflict((conflict) => conflict.column("customerId").doNothing())
    .returning("customerId")
    .executeTakeFirst();
  return row !== undefined;
}

/** Accounts made before `before` that have no profile. */
export async function listAccountsWithoutProfile(scope: Scope, before: Date, limit: number): Promise<string[]> {
  const rows = await db(scope)
    .selectFrom("authUser as u")
    .leftJoin("customerProfiles as p", "p.customerId", "u.id")
    .select("u.id")
    .where("p.customerId", "is", null)
    .where("u.createdAt", "<", before)
    .orderBy("u.createdAt")
    .limit(limit)
    .execute();
  return rows.map((row) => row.id);
}

export async function findProfile(scope: Scope, customerId: string): Promise<CustomerProfile | null> {
  const row = await db(scope)
    .selectFrom("authUser as u")
    .leftJoin("customerProfiles as p", "p.customerId", "u.id")
    .select(["u.id as customerId", "u.email", "u.name", "u.locale", "p.currency", "p.company", "p.taxId", "p.address"])
    .where("u.id", "=", customerId)
    .executeTakeFirst();
  return row === undefined ? null : { ...row, currency: row.currency ?? emptyProfile.currency };
}

/** Writes what was given; what is left out stays. */
export async function updateProfileRow(tx: Tx, customerId: string, changes: ProfileChanges, now: Date): Promise<void> {
  const { name, locale, currency, company, taxId, address } = changes;
  const profile = {
    ...(currency === undefined ? {} : { currency }),
    ...(company === undefined ? {} : { company }),
    ...(taxId === undefined ? {} : { taxId }),
    ...(address === undefined ? {} : { address: address === null ? null : JSON.stringify(address) }),
    updatedAt: now,
  };
  await db(tx)
    .with("person", (query) =>
      query
        .updateTable("authUser")
        .set({
          ...(name === undefined ? {} : { name }),
          ...(locale === undefined ? {} : { locale }),
          updatedAt: now,
        })
        .where("id", "=", customerId)
        .returning("id"),
    )
    .insertInto("customerProfiles")
    .values({ ...emptyProfile, customerId, createdAt: now, ...profile })
    .onConflict((conflict) => conflict.column("customerId").doUpdateSet(profile))
    .execute();
}

export async function markEmailVerified(tx: Tx, customerId: string, now: Date): Promise<void> {
  await db(tx)
    .updateTable("authUser")
    .set({ emailVerified: true, updatedAt: now })
    .where("id", "=", customerId)
    .where("emailVerified", "=", false)
    .execute();
}

/** Counts an attempt to sign in to an address and says how many its window has by now, and when that began. */
export async function countSignInAttempt(
  scope: Scope,
  emailHash: string,
  now: Date,
  windowMs: number,
): Promise<{ attempts: number; windowStartedAt: Date }> {
  const over = sql<boolean>`sign_in_attempts.window_started_at <= ${new Date(now.getTime() - windowMs)}`;
  return db(scope)
    .insertInto("signInAttempts")
    .values({ emailHash, attempts: 1, windowStartedAt: now })
    .onConflict((conflict) =>
      conflict.column("emailHash").doUpdateSet({
        attempts: sql<number>`case when ${over} then 1 else sign_in_attempts.attempts + 1 end`,
        windowStartedAt: sql<Date>`case when ${over} then excluded.window_started_at
          else sign_in_attempts.window_started_at end`,
      }),
    )
    .returning(["attempts", "windowStartedAt"])
    .executeTakeFirstOrThrow();
}

export async function forgetSignInAttempts(scope: Scope, emailHash: string): Promise<void> {
  await db(scope).deleteFrom("signInAttempts").where("emailHash", "=", emailHash).execute();
}

/** Removes what is over at `now`, in one statement. */
export async function deleteExpired(tx: Tx, now: Date, keepMs: number): Promise<void> {
  const before = new Date(now.getTime() - keepMs);
  await db(tx)
    .with("sessions", (query) => query.deleteFrom("authSession").where("expiresAt", "<", now).returning("id"))
    .with("proofs", (query) => query.deleteFrom("authVerification").where("expiresAt", "<", now).returning("id"))
    .with("links", (query) => query.deleteFrom("accessLinks").where("expiresAt", "<", before).returning("tokenHash"))
    .with("secrets", (query) => query.deleteFrom("guestSecrets").where("expiresAt", "<", now).returning("guestId"))
    .with("wishes", (query) => query.deleteFrom("mailRequests").where("requestedAt", "<", before).returning("id"))
    .deleteFrom("signInAttempts")
    .where("windowStartedAt", "<", before)
    .execute();
}
