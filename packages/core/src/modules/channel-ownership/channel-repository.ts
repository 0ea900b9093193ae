import { type Kysely, sql } from "kysely";
import type { Scope, Tx } from "#infrastructure/database";
import type { ChannelGoal, GoalMetric } from "./ownership.ts";
import type { OwnershipTables } from "./tables.ts";

const db = (scope: Scope): Kysely<OwnershipTables> => scope.tables<OwnershipTables>();

export async function insertDisconnected(tx: Tx, accountId: string, disconnectedAt: Date): Promise<void> {
  await db(tx)
    .insertInto("disconnectedChannels")
    .values({ accountId, disconnectedAt })
    .onConflict((conflict) => conflict.column("accountId").doNothing())
    .execute();
}

export async function deleteDisconnected(tx: Tx, accountId: string): Promise<void> {
  await db(tx).deleteFrom("disconnectedChannels").where("accountId", "=", accountId).execute();
}

export async function findDisconnected(scope: Scope, accountIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (accountIds.length === 0) return new Set();
  const rows = await db(scope)
    .selectFrom("disconnectedChannels")
    .select("accountId")
    .where("accountId", "in", accountIds)
    .execute();
  return new Set(rows.map((row) => row.accountId));
}

export async function upsertGoal(tx: Tx, goal: ChannelGoal): Promise<void> {
  const { accountId: _, metric: __, ...changes } = goal;
  await db(tx)
    .insertInto("channelGoals")
    .values(goal)
    .onConflict((conflict) => conflict.columns(["accountId", "metric"]).doUpdateSet(changes))
    .execute();
}

export async function deleteGoal(tx: Tx, accountId: string, metric: GoalMetric): Promise<void> {
  await db(tx).deleteFrom("channelGoals").where("accountId", "=", accountId).where("metric", "=", metric).execute();
}

export async function listGoals(scope: Scope, accountIds: readonly string[]): Promise<ChannelGoal[]> {
  if (accountIds.length === 0) return [];
  return (
    db(scope)
      .selectFrom("channelGoals")
      .select(["accountId", "metric", "target", "startedFrom", "startedAt"])
      // As text: a day has no time zone, and a Date would give it one.
      .select(sql<string>`due_on::text`.as("dueOn"))
      .where("accountId", "in", accountIds)
      .orderBy("metric")
      .execute()
  );
}
