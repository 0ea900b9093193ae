import type { Kysely } from "kysely";
import type { Scope, Tx } from "#infrastructure/database";
import type { Dispute } from "./payment.ts";
import type { PaymentTables } from "./tables.ts";

const db = (scope: Scope): Kysely<PaymentTables> => scope.tables<PaymentTables>();

export async function insertDispute(tx: Tx, dispute: Dispute): Promise<void> {
  await db(tx).insertInto("disputes").values(dispute).execute();
}

/** By the processor's id. */
export async function findDispute(scope: Scope, processorId: string): Promise<Dispute | null> {
  const query = db(scope).selectFrom("disputes").selectAll().where("processorId", "=", processorId);
  return (await query.executeTakeFirst()) ?? null;
}

export async function closeDispute(
  tx: Tx,
  disputeId: string,
  end: Pick<Dispute, "state" | "lostMinor" | "closedAt">,
): Promise<void> {
  await db(tx).updateTable("disputes").set(end).where("id", "=", disputeId).execute();
}

export async function hasOpenDispute(scope: Scope, paymentId: string): Promise<boolean> {
  const row = await db(scope)
    .selectFrom("disputes")
    .select("id")
    .where("paymentId", "=", paymentId)
    .where("state", "=", "open")
    .executeTakeFirst();
  return row !== undefined;
}

export async function listDisputes(scope: Scope, orderId: string): Promise<Dispute[]> {
  return db(scope).selectFrom("disputes").selectAll().where("orderId", "=", orderId).orderBy("openedAt").execute();
}
