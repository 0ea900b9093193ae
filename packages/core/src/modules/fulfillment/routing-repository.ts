import { type Kysely, sql } from "kysely";
import type { Scope, Tx } from "#infrastructure/database";
import type { FulfillmentTables } from "./tables.ts";
import type { RoutingDecision } from "./views.ts";

const db = (scope: Scope): Kysely<FulfillmentTables> => scope.tables<FulfillmentTables>();

/** Keeps a decision. One that waits, made again for the same submit, replaces the one before. */
export async function insertDecision(tx: Tx, decision: RoutingDecision): Promise<void> {
  const { request, candidates, ...row } = decision;
  const json = { request: JSON.stringify(request), candidates: JSON.stringify(candidates) };
  const { lineId: _, orderId: __, number: ___, outcome: ____, ...changes } = row;
  await db(tx)
    .insertInto("routingDecisions")
    .values({ ...row, ...json })
    .onConflict((conflict) => conflict.columns(["lineId", "number", "outcome"]).doUpdateSet({ ...changes, ...json }))
    .execute();
}

/** Notes which submit a decision led to. */
export async function updateDecision(tx: Tx, decisionId: string, attemptId: string): Promise<void> {
  await db(tx).updateTable("routingDecisions").set({ attemptId }).where("id", "=", decisionId).execute();
}

export async function findDecision(scope: Scope, decisionId: string): Promise<RoutingDecision | null> {
  const row = await db(scope)
    .selectFrom("routingDecisions")
    .selectAll()
    .where("id", "=", decisionId)
    .executeTakeFirst();
  return row ?? null;
}

/** Every decision about an order's lines, oldest first. */
export async function listDecisionsOfOrder(scope: Scope, orderId: string): Promise<RoutingDecision[]> {
  return db(scope)
    .selectFrom("routingDecisions")
    .selectAll()
    .where("orderId", "=", orderId)
    .orderBy("decidedAt")
    .orderBy("id")
    .limit(500)
    .execute();
}

/** The newest decisions for a supplier. */
export async function listDecisionsForProvider(
  scope: Scope,
  providerId: string,
  limit: number,
): Promise<RoutingDecision[]> {
  return db(scope)
    .selectFrom("routingDecisions")
    .selectAll()
    .where("providerId", "=", providerId)
    .orderBy("decidedAt", "desc")
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
}

/** More under way than this is told as this. */
const countedMax = 10_000;

/** Orders suppliers have under way, by id, each counted over an index of what is under way only. */
export async function countInFlight(
  scope: Scope,
  providerIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (providerIds.length === 0) return new Map();
  const counted = await sql<{ providerId: string; count: number }>`
    select wanted.id as provider_id, (
      select count(*) from (
        select 1 from fulfillment_attempts
        where provider_id = wanted.id and closed_at is null and state in ('submitting', 'ambiguous', 'accepted')
        limit ${countedMax}
      ) under_way
    ) as count
    from unnest(${sql.val([...providerIds])}::text[]) as wanted (id)`.execute(db(scope));
  return new Map(counted.rows.map((row) => [row.providerId, Number(row.count)]));
}

/** Suppliers that earlier submits of a line went to without success, with the worst that became of them. */
export async function listTried(scope: Scope, lineId: string): Promise<ReadonlyMap<string, "not_sent" | "refused">> {
  const rows = await db(scope)
    .selectFrom("fulfillmentAttempts")
    .select(["providerId", "service", "state"])
    .where("lineId", "=", lineId)
    .where("state", "in", ["not_sent", "refused", "canceled"])
    .execute();
  const worst = new Map<string, "not_sent" | "refused">();
  for (const { providerId, service, state } of rows) {
    const key = `${providerId} ${service}`;
    if (state !== "not_sent") worst.set(key, "refused");
    else if (!worst.has(key)) worst.set(key, "not_sent");
  }
  return worst;
}
