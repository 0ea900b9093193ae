import type { Kysely } from "kysely";
import type { Scope, Tx } from "#infrastructure/database";
import type { CustomerTables, StaffSecondFactorRow } from "../tables.ts";

const db = (scope: Scope): Kysely<CustomerTables> => scope.tables<CustomerTables>();

export async function findSecondFactor(scope: Scope, customerId: string): Promise<StaffSecondFactorRow | null> {
  const row = await db(scope)
    .selectFrom("staffSecondFactors")
    .selectAll()
    .where("customerId", "=", customerId)
    .executeTakeFirst();
  return row ?? null;
}

/** Keeps a sealed secret until its first code; an earlier offer is forgotten, a secret in use stays. */
export async function keepOfferedSecret(scope: Scope, customerId: string, offeredSecret: string): Promise<void> {
  await db(scope)
    .insertInto("staffSecondFactors")
    .values({ customerId, offeredSecret, secret: null, lastStep: null, confirmedAt: null })
    .onConflict((conflict) => conflict.column("customerId").doUpdateSet({ offeredSecret }))
    .execute();
}

/** Makes the offered secret the one in use, and drops its recovery codes; false when another offer came since. */
export async function confirmSecret(
  tx: Tx,
  customerId: string,
  { offered, step, now }: { readonly offered: string; readonly step: number; readonly now: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await db(tx)
    .updateTable("staffSecondFactors")
    .set({ secret: offered, offeredSecret: null, lastStep: step, confirmedAt: now })
    .where("customerId", "=", customerId)
    .where("offeredSecret", "=", offered)
    .executeTakeFirstOrThrow();
  await db(tx).deleteFrom("staffRecoveryCodes").where("customerId", "=", customerId).execute();
  return numUpdatedRows > 0n;
}

/** Uses a step up; false when it or a later one was used before. */
export async function takeStep(scope: Scope, customerId: string, step: number): Promise<boolean> {
  const { numUpdatedRows } = await db(scope)
    .updateTable("staffSecondFactors")
    .set({ lastStep: step })
    .where("customerId", "=", customerId)
    .where("lastStep", "<", step)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

export async function insertRecoveryCodes(tx: Tx, customerId: string, codeHashes: readonly string[]): Promise<void> {
  await db(tx)
    .insertInto("staffRecoveryCodes")
    .values(codeHashes.map((codeHash) => ({ codeHash, customerId, usedAt: null })))
    .execute();
}

/** Uses a recovery code up; false when it is unknown or was used. */
export async function takeRecoveryCode(tx: Tx, customerId: string, codeHash: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await db(tx)
    .updateTable("staffRecoveryCodes")
    .set({ usedAt: now })
    .where("codeHash", "=", codeHash)
    .where("customerId", "=", customerId)
    .where("usedAt", "is", null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

export async function passSession(tx: Tx, sessionId: string, now: Date): Promise<void> {
  await db(tx).updateTable("authSession").set({ secondFactorAt: now }).where("id", "=", sessionId).execute();
}

/** Forgets somebody's app with its recovery codes and ends their sessions. False when there was none. */
export async function deleteSecondFactor(tx: Tx, customerId: string): Promise<boolean> {
  const { numDeletedRows } = await db(tx)
    .deleteFrom("staffSecondFactors")
    .where("customerId", "=", customerId)
    .executeTakeFirstOrThrow();
  if (numDeletedRows > 0n) await db(tx).deleteFrom("authSession").where("userId", "=", customerId).execute();
  return numDeletedRows > 0n;
}
