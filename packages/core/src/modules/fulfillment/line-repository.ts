import { type Kysely, sql } from "kysely";
import type { Scope, Tx } from "#infrastructure/database";
import type { FulfillmentLine } from "./line.ts";
import type { FulfillmentLineRow, FulfillmentTables } from "./tables.ts";

const db = (scope: Scope): Kysely<FulfillmentTables> => scope.tables<FulfillmentTables>();

export type LineChanges = Partial<
  Pick<
    FulfillmentLineRow,
    | "state"
    | "deliveredUnits"
    | "baselineSnapshotId"
    | "baselineMissing"
    | "attemptCount"
    | "startedAt"
    | "dueAt"
    | "completedAt"
    | "guaranteeEndsAt"
    | "submitNotBefore"
    | "lateSince"
    | "expectedAt"
  >
> & {
  readonly updatedAt: Date;
  readonly pacing?: FulfillmentLine["pacing"];
  readonly excludedProviders?: readonly string[];
};

/** Inserts what is not there yet, in one statement, and tells which lines were new. */
export async function insertLines(tx: Tx, lines: readonly FulfillmentLine[]): Promise<ReadonlySet<string>> {
  if (lines.length === 0) return new Set();
  const rows = await db(tx)
    .insertInto("fulfillmentLines")
    .values(
      lines.map((line) => ({
        ...line,
        brief: JSON.stringify(line.brief),
        pacing: line.pacing === null ? null : JSON.stringify(line.pacing),
        excludedProviders: [...line.excludedProviders],
      })),
    )
    .onConflict((conflict) => conflict.column("id").doNothing())
    .returning("id")
    .execute();
  return new Set(rows.map((row) => row.id));
}

export async function findLineRow(
  scope: Scope,
  lineId: string,
  options: { lock: boolean },
): Promise<FulfillmentLine | null> {
  const query = db(scope).selectFrom("fulfillmentLines").selectAll().where("id", "=", lineId);
  return (await (options.lock ? query.forUpdate() : query).executeTakeFirst()) ?? null;
}

export async function updateLineRow(tx: Tx, lineId: string, changes: LineChanges): Promise<void> {
  const { pacing, excludedProviders, ...values } = changes;
  await db(tx)
    .updateTable("fulfillmentLines")
    .set({
      ...values,
      ...(pacing === undefined ? {} : { pacing: pacing === null ? null : JSON.stringify(pacing) }),
      ...(excludedProviders === undefined ? {} : { excludedProviders: [...excludedProviders] }),
    })
    .where("id", "=", lineId)
    .execute();
}

export async function listLinesOfOrder(scope: Scope, orderId: string): Promise<FulfillmentLine[]> {
  return db(scope).selectFrom("fulfillmentLines").selectAll().where("orderId", "=", orderId).orderBy("id").execute();
}

/** Lines that could be submitted, by id after `afterId`; of one order when named. */
export async function listReadyLines(
  scope: Scope,
  filter: { readonly orderId?: string; readonly afterId?: string; readonly limit: number },
): Promise<Pick<FulfillmentLine, "id" | "attemptCount">[]> {
  let query = db(scope)
    .selectFrom("fulfillmentLines")
    .select(["id", "attemptCount"])
    .where("state", "=", sql.lit("ready"));
  if (filter.orderId !== undefined) query = query.where("orderId", "=", filter.orderId);
  if (filter.afterId !== undefined) query = query.where("id", ">", filter.afterId);
  return query.orderBy("id").limit(filter.limit).execute();
}
