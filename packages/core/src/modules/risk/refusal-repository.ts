import type { Kysely, Selectable } from "kysely";
import type { Scope, Tx } from "#infrastructure/database";
import { days } from "#kernel/clock";
import type { Refusal } from "./refusal.ts";
import type { RiskRefusalRow, RiskTables } from "./tables.ts";

const db = (scope: Scope): Kysely<RiskTables> => scope.tables<RiskTables>();

/** A shopper who writes does so within days: what could name them leaves after this long. */
export const refusalKeptMs = days(30);

export async function insertRefusal(tx: Tx, { products, ...refusal }: Refusal): Promise<void> {
  await db(tx)
    .insertInto("riskRefusals")
    .values({ ...refusal, products: JSON.stringify(products) })
    .execute();
}

/** What is still kept of these assessments' shoppers; one statement. */
export async function listRefusals(scope: Scope, assessmentIds: readonly string[]): Promise<Refusal[]> {
  if (assessmentIds.length === 0) return [];
  const rows = await db(scope)
    .selectFrom("riskRefusals")
    .selectAll()
    .where("assessmentId", "in", assessmentIds)
    .execute();
  return rows.map((row: Selectable<RiskRefusalRow>) => row);
}
