import { type Kysely, type Selectable, sql } from "kysely";
import type { Scope, Tx } from "#infrastructure/database";
import type { ActorRecord } from "#kernel/actor";
import type { Payment, Refund } from "./payment.ts";
import type { ProcessorMessage } from "./processors/processor.ts";
import type { PaymentTables } from "./tables.ts";

/** What no news of the processor changes. A failed attempt may still turn out to have succeeded, or be canceled. */
const settled = ["succeeded", "canceled"] as const;
const isSettling = (state: Payment["state"]): boolean => settled.some((last) => last === state);

const db = (scope: Scope): Kysely<PaymentTables> => scope.tables<PaymentTables>();

export async function insertPayment(tx: Tx, payment: Payment): Promise<void> {
  await db(tx).insertInto("payments").values(payment).execute();
}

export async function findPayment(scope: Scope, paymentId: string): Promise<Payment | null> {
  return (await db(scope).selectFrom("payments").selectAll().where("id", "=", paymentId).executeTakeFirst()) ?? null;
}

/** Whether nothing the processor says of an attempt can change it any more; waits for whoever is changing it now. */
export async function isSettled(scope: Scope, paymentId: string): Promise<boolean> {
  const row = await db(scope)
    .selectFrom("payments")
    .select("state")
    .where("id", "=", paymentId)
    .forShare()
    .executeTakeFirst();
  return row !== undefined && isSettling(row.state);
}

/** The payment of an intent, locked until the transaction ends. */
export async function holdPaymentByProcessorId(tx: Tx, processorId: string): Promise<Payment | null> {
  const query = db(tx).selectFrom("payments").selectAll().where("processorId", "=", processorId).forUpdate();
  return (await query.executeTakeFirst()) ?? null;
}

export async function listPayments(scope: Scope, orderId: string): Promise<Payment[]> {
  return db(scope)
    .selectFrom("payments")
    .selectAll()
    .where("orderId", "=", orderId)
    .orderBy("createdAt", "desc")
    .execute();
}

/** What the processor said of an attempt; `capture` is what it took, in which currency. */
export type IntentChanges = Pick<
  Payment,
  "state" | "processorId" | "nextActionUrl" | "failureCode" | "failureMessage" | "updatedAt"
> & { readonly capture: { readonly amountMinor: number; readonly currency: string } | null };

/**
 * Changes an attempt that has not settled. A capture of exactly what was asked is applied to the order in the same
 * statement, unless another attempt pays it already. Null when the attempt has settled, somebody else was first, and
 * when it has failed and the news is from before: webhooks come in any order.
 */
export async function updateUnsettled(tx: Tx, paymentId: string, changes: IntentChanges): Promise<Payment | null> {
  const { capture, ...values } = changes;
  const row = await db(tx)
    .updateTable("payments")
    .set({ ...values, ...(capture === null ? {} : captured(capture)) })
    .where("id", "=", paymentId)
    .where("state", "not in", isSettling(changes.state) ? settled : [...settled, "failed" as const])
    .returningAll()
    .executeTakeFirst();
  return row ?? null;
}

function captured({ amountMinor, currency }: { amountMinor: number; currency: string }) {
  return {
    authorizedMinor: amountMinor,
    capturedMinor: amountMinor,
    appliedMinor: sql<number>`case when amount_minor = ${amountMinor} and currency = ${currency} and not exists (
      select 1 from payments other where other.order_id = payments.order_id and other.applied_minor > 0
    ) then ${amountMinor}::bigint else 0 end`,
  };
}

export async function updatePayment(tx: Tx, paymentId: string, changes: Partial<Payment>): Promise<void> {
  await db(tx).updateTable("payments").set(changes).where("id", "=", paymentId).execute();
}

/** Reserves money for a refund, if that much is left. */
export async function reserve(tx: Tx, paymentId: string, amountMinor: number, now: Date): Promise<Payment | null> {
  const row = await db(tx)
    .updateTable("payments")
    .set({ reservedMinor: sql`reserved_minor + ${amountMinor}`, updatedAt: now })
    .where("id", "=", paymentId)
    .where(sql<boolean>`refunded_minor + reserved_minor + lost_minor + ${amountMinor} <= captured_minor`)
    .returningAll()
    .executeTakeFirst();
  return row ?? null;
}

/** Ends a reservation: the money went back, or stays. */
export async function releaseReserved(
  tx: Tx,
  paymentId: string,
  amountMinor: number,
  refunded: boolean,
  now: Date,
): Promise<void> {
  await db(tx)
    .updateTable("payments")
    .set({
      reservedMinor: sql`reserved_minor - ${amountMinor}`,
      refundedMinor: sql`refunded_minor + ${refunded ? amountMinor : 0}`,
      updatedAt: now,
    })
    .where("id", "=", paymentId)
    .execute();
}

/** False when the same request was made before. */
export async function insertRefund(tx: Tx, refund: Refund, requestedBy: ActorRecord): Promise<boolean> {
  const row = await db(tx)
    .insertInto("refunds")
    .values({ ...refund, lines: JSON.stringify(refund.lines), requestedBy: JSON.stringify(requestedBy) })
    .onConflict((conflict) => conflict.columns(["paymentId", "requestKey"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

export async function findRefund(scope: Scope, refundId: string): Promise<Refund | null> {
  const row = await db(scope).selectFrom("refunds").selectAll().where("id", "=", refundId).executeTakeFirst();
  return row === undefined ? null : refundOf(row);
}

/** A refund by what asked for it. */
export async function findRefundByKey(scope: Scope, paymentId: string, requestKey: string): Promise<Refund | null> {
  const query = db(scope).selectFrom("refunds").selectAll();
  const row = await query.where("paymentId", "=", paymentId).where("requestKey", "=", requestKey).executeTakeFirst();
  return row === undefined ? null : refundOf(row);
}

/** Refunds of an order, oldest first. */
export async function listRefunds(scope: Scope, orderId: string): Promise<Refund[]> {
  const query = db(scope).selectFrom("refunds").selectAll().where("orderId", "=", orderId);
  return (await query.orderBy("createdAt").orderBy("id").execute()).map(refundOf);
}

/** Moves a refund that has not ended. Null when it has: somebody else was first. */
export async function updateOpenRefund(
  tx: Tx,
  refundId: string,
  changes: Pick<Refund, "state" | "updatedAt"> & Partial<Pick<Refund, "processorId" | "failure">>,
): Promise<Refund | null> {
  const row = await db(tx)
    .updateTable("refunds")
    .set(changes)
    .where("id", "=", refundId)
    .where("state", "in", ["requested", "submitted"])
    .returningAll()
    .executeTakeFirst();
  return row === undefined ? null : refundOf(row);
}

/** Keeps a verified message once. False when it is already there. */
export async function insertEvent(scope: Scope, message: ProcessorMessage, receivedAt: Date): Promise<boolean> {
  const row = await db(scope)
    .insertInto("processorEvents")
    .values({ id: message.eventId, type: message.type, payload: JSON.stringify(message), receivedAt })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

export async function findEvent(scope: Scope, eventId: string): Promise<ProcessorMessage | null> {
  const row = await db(scope)
    .selectFrom("processorEvents")
    .select("payload")
    .where("id", "=", eventId)
    .executeTakeFirst();
  return row === undefined ? null : (row.payload as ProcessorMessage);
}

function refundOf({ requestedBy: _, ...row }: Selectable<PaymentTables["refunds"]>): Refund {
  return row;
}
