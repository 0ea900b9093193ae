import type { Kysely, Selectable } from "kysely";
import type { Scope, Tx } from "#infrastructure/database";
import type { ProofLine, ProofReading } from "./proof.ts";
import type { ProofLineRow, ProofTables } from "./tables.ts";

const db = (scope: Scope): Kysely<ProofTables> => scope.tables<ProofTables>();
const jsonOrNull = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));

export async function findProofLine(
  scope: Scope,
  lineId: string,
  options: { readonly lock: boolean },
): Promise<ProofLine | null> {
  const query = db(scope).selectFrom("proofLines").selectAll().where("lineId", "=", lineId);
  const row = await (options.lock ? query.forUpdate() : query).executeTakeFirst();
  return row === undefined ? null : lineOf(row);
}

export async function listProofLines(scope: Scope, orderId: string): Promise<ProofLine[]> {
  const rows = await db(scope).selectFrom("proofLines").selectAll().where("orderId", "=", orderId).execute();
  return rows.map(lineOf);
}

/** False when the line was there already; then nothing is written. */
export async function insertProofLine(tx: Tx, line: ProofLine): Promise<boolean> {
  const inserted = await db(tx)
    .insertInto("proofLines")
    .values(valuesOf(line))
    .onConflict((conflict) => conflict.column("lineId").doNothing())
    .returning("lineId")
    .executeTakeFirst();
  return inserted !== undefined;
}

/** Writes all of a line but its key; the database refuses a change of a settled baseline. */
export async function updateProofLine(tx: Tx, line: ProofLine): Promise<void> {
  const { lineId, orderId: _order, productId: _product, ...values } = valuesOf(line);
  await db(tx).updateTable("proofLines").set(values).where("lineId", "=", lineId).execute();
}

/** A reading of the same line, phase and moment is written once. */
export async function insertReading(tx: Tx, reading: ProofReading): Promise<void> {
  await db(tx)
    .insertInto("proofReadings")
    .values({ ...reading })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Readings of several lines, in the order they were due. */
export async function listReadings(scope: Scope, lineIds: readonly string[]): Promise<ProofReading[]> {
  if (lineIds.length === 0) return [];
  return db(scope)
    .selectFrom("proofReadings")
    .selectAll()
    .where("lineId", "in", lineIds)
    .orderBy("dueAt")
    .orderBy("phase")
    .execute();
}

function lineOf({ label, finding, change, ...row }: Selectable<ProofLineRow>): ProofLine {
  return { ...row, assessment: { label, finding, change } };
}

function valuesOf({ assessment, baselineStrength, counted, ...line }: ProofLine) {
  const { label, finding, change } = assessment;
  return {
    ...line,
    ...{ label, finding, change: jsonOrNull(change) },
    baselineStrength: jsonOrNull(baselineStrength),
    counted: jsonOrNull(counted),
  };
}
