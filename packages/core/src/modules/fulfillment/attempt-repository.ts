import { type Kysely, sql } from "kysely";
import type { Scope, Tx } from "#infrastructure/database";
import type { LineEvidence } from "#modules/orders";
import type { Attempt } from "./attempt.ts";
import type { AttemptRow, FulfillmentTables } from "./tables.ts";
import type { FollowUp, ProviderAttempt } from "./views.ts";

const db = (scope: Scope): Kysely<FulfillmentTables> => scope.tables<FulfillmentTables>();

export type AttemptChanges = Partial<
  Omit<
    AttemptRow,
    "id" | "lineId" | "orderId" | "number" | "providerId" | "reference" | "jobId" | "evidence" | "goneAddresses"
  >
> & { readonly evidence?: readonly LineEvidence[]; readonly goneAddresses?: readonly string[] };

export async function insertAttempt(tx: Tx, attempt: Attempt): Promise<void> {
  await db(tx)
    .insertInto("fulfillmentAttempts")
    .values({ ...attempt, evidence: JSON.stringify(attempt.evidence), goneAddresses: [...attempt.goneAddresses] })
    .execute();
}

export async function updateAttempt(tx: Tx, attemptId: string, changes: AttemptChanges): Promise<void> {
  const { evidence, goneAddresses, ...values } = changes;
  await db(tx)
    .updateTable("fulfillmentAttempts")
    .set({
      ...values,
      ...(evidence === undefined ? {} : { evidence: JSON.stringify(evidence) }),
      ...(goneAddresses === undefined ? {} : { goneAddresses: [...goneAddresses] }),
    })
    .where("id", "=", attemptId)
    .execute();
}

/** Counts a look at the supplier's order and answers with the attempt as it then is; null when there is none. */
export async function countPoll(tx: Tx, attemptId: string, polls: number): Promise<Attempt | null> {
  const query = db(tx).updateTable("fulfillmentAttempts").set({ polls }).where("id", "=", attemptId);
  return (await query.returningAll().executeTakeFirst()) ?? null;
}

export async function findAttempt(scope: Scope, attemptId: string): Promise<Attempt | null> {
  return (
    (await db(scope).selectFrom("fulfillmentAttempts").selectAll().where("id", "=", attemptId).executeTakeFirst()) ??
    null
  );
}

/** The attempt a supplier speaks of: by our reference, or by its own id when it gives none. */
export async function findAttemptOf(
  scope: Scope,
  providerId: string,
  by: { readonly reference: string | null; readonly externalId: string },
): Promise<Attempt | null> {
  const query = db(scope).selectFrom("fulfillmentAttempts").selectAll().where("providerId", "=", providerId);
  const row = await (by.reference === null
    ? query.where("externalId", "=", by.externalId)
    : query.where("reference", "=", by.reference)
  ).executeTakeFirst();
  return row ?? null;
}

/** Every submit of a line, oldest first. */
export async function findAttempts(scope: Scope, lineId: string): Promise<Attempt[]> {
  const query = db(scope).selectFrom("fulfillmentAttempts").selectAll().where("lineId", "=", lineId);
  return query.orderBy("number").execute();
}

/** The one attempt of a line that may still come to something. */
export async function findLiveAttempt(scope: Scope, lineId: string): Promise<Attempt | null> {
  const row = await db(scope)
    .selectFrom("fulfillmentAttempts")
    .selectAll()
    .where("lineId", "=", lineId)
    .where("closedAt", "is", null)
    .executeTakeFirst();
  return row ?? null;
}

export async function listAttemptsOfOrder(scope: Scope, orderId: string): Promise<Attempt[]> {
  return db(scope)
    .selectFrom("fulfillmentAttempts")
    .selectAll()
    .where("orderId", "=", orderId)
    .orderBy("submittedAt")
    .orderBy("id")
    .execute();
}

/** A supplier's newest submits, each with where its line stands. */
export async function listAttemptsOfProvider(
  scope: Scope,
  providerId: string,
  limit: number,
): Promise<ProviderAttempt[]> {
  return db(scope)
    .selectFrom("fulfillmentAttempts")
    .innerJoin("fulfillmentLines", "fulfillmentLines.id", "fulfillmentAttempts.lineId")
    .selectAll("fulfillmentAttempts")
    .select(["fulfillmentLines.state as lineState", "fulfillmentLines.deliveredUnits", "fulfillmentLines.orderedUnits"])
    .where("fulfillmentAttempts.providerId", "=", providerId)
    .orderBy("fulfillmentAttempts.submittedAt", "desc")
    .orderBy("fulfillmentAttempts.id", "desc")
    .limit(limit)
    .execute();
}

/** Open attempts of these suppliers that are not finished, oldest first. */
export async function listOpenAttempts(scope: Scope, providerIds: readonly string[]): Promise<Attempt[]> {
  if (providerIds.length === 0) return [];
  return db(scope)
    .selectFrom("fulfillmentAttempts")
    .selectAll()
    .where("providerId", "in", providerIds)
    .where("closedAt", "is", null)
    .where("state", "=", "accepted")
    .orderBy("submittedAt")
    .limit(200)
    .execute();
}

/** Inserts a webhook's event once. False when it was there. */
export async function insertEvent(
  tx: Tx,
  event: { readonly providerId: string; readonly eventId: string; readonly receivedAt: Date; readonly body: string },
): Promise<boolean> {
  const row = await db(tx)
    .insertInto("providerEvents")
    .values({ ...event, appliedAt: null, outcome: null })
    .onConflict((conflict) => conflict.columns(["providerId", "eventId"]).doNothing())
    .returning("eventId")
    .executeTakeFirst();
  return row !== undefined;
}

/** The stored event, locked. */
export async function findEvent(
  tx: Tx,
  providerId: string,
  eventId: string,
): Promise<{ body: string; appliedAt: Date | null; receivedAt: Date } | null> {
  const row = await db(tx)
    .selectFrom("providerEvents")
    .select(["body", "appliedAt", "receivedAt"])
    .where("providerId", "=", providerId)
    .where("eventId", "=", eventId)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

export async function markEventApplied(
  tx: Tx,
  providerId: string,
  eventId: string,
  applied: { readonly appliedAt: Date; readonly outcome: string },
): Promise<void> {
  await db(tx)
    .updateTable("providerEvents")
    .set(applied)
    .where("providerId", "=", providerId)
    .where("eventId", "=", eventId)
    .execute();
}

/** Inserts a follow-up unless the same one is open. False when it was. */
export async function insertFollowUp(tx: Tx, followUp: FollowUp): Promise<boolean> {
  const row = await db(tx)
    .insertInto("fulfillmentFollowUps")
    .values(followUp)
    .onConflict((conflict) =>
      conflict.expression(sql`line_id, coalesce(attempt_id, ''), kind`).where("resolvedAt", "is", null).doNothing(),
    )
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

export async function listOpenFollowUps(scope: Scope): Promise<FollowUp[]> {
  return db(scope)
    .selectFrom("fulfillmentFollowUps")
    .selectAll()
    .where("resolvedAt", "is", null)
    .orderBy("createdAt", "desc")
    .orderBy("id", "desc")
    .limit(200)
    .execute();
}

export async function updateFollowUpResolved(tx: Tx, followUpId: string, resolvedAt: Date): Promise<void> {
  await db(tx)
    .updateTable("fulfillmentFollowUps")
    .set({ resolvedAt })
    .where("id", "=", followUpId)
    .where("resolvedAt", "is", null)
    .execute();
}
