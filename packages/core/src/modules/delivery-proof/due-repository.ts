import { type Kysely, sql } from "kysely";
import type { Scope, Tx } from "#infrastructure/database";
import type { DueReading } from "./proof.ts";
import type { ProofTables } from "./tables.ts";

const db = (scope: Scope): Kysely<ProofTables> => scope.tables<ProofTables>();

/** What names a reading to come. */
export type DueKey = Pick<DueReading, "lineId" | "phase" | "step">;

/** Plans a reading, or plans it anew at another time; `handedAt` is wall time, null while it waits. */
export async function saveDue(tx: Tx, due: DueReading, handedAt: Date | null): Promise<void> {
  const { lineId, phase, step, ...values } = due;
  await db(tx)
    .insertInto("proofDue")
    .values({ ...due, handedAt })
    .onConflict((conflict) => conflict.columns(["lineId", "phase", "step"]).doUpdateSet({ ...values, handedAt }))
    .execute();
}

/** Takes a reading out of the plan; null when it is not in it any more: then somebody else took it. */
export async function takeDue(tx: Tx, key: DueKey): Promise<DueReading | null> {
  const row = await db(tx)
    .deleteFrom("proofDue")
    .where("lineId", "=", key.lineId)
    .where("phase", "=", key.phase)
    .where("step", "=", key.step)
    .returningAll()
    .executeTakeFirst();
  if (row === undefined) return null;
  const { handedAt: _, ...due } = row;
  return due;
}

export async function isPlanned(scope: Scope, key: DueKey): Promise<boolean> {
  const row = await db(scope)
    .selectFrom("proofDue")
    .select("lineId")
    .where("lineId", "=", key.lineId)
    .where("phase", "=", key.phase)
    .where("step", "=", key.step)
    .executeTakeFirst();
  return row !== undefined;
}

/** Takes a line's readings out of the plan: those of a phase that is over, or all. */
export async function dropDue(tx: Tx, lineId: string, phase: DueReading["phase"] | null): Promise<void> {
  const all = db(tx).deleteFrom("proofDue").where("lineId", "=", lineId);
  await (phase === null ? all : all.where("phase", "=", phase)).execute();
}

/** Readings to come of an order's lines, soonest first. */
export async function listDue(scope: Scope, lineIds: readonly string[]): Promise<DueReading[]> {
  if (lineIds.length === 0) return [];
  const rows = await db(scope)
    .selectFrom("proofDue")
    .selectAll()
    .where("lineId", "in", lineIds)
    .orderBy("nextAt")
    .execute();
  return rows.map(({ handedAt: _, ...due }) => due);
}

/**
 * Marks readings whose time has come as handed out, the longest due first, leaving out rows another process holds. An
 * index holds only what waits, by its time: the cost is that of the rows taken, however many wait or were ever taken.
 */
export async function handOutDue(
  tx: Tx,
  { now, wall, limit }: { readonly now: Date; readonly wall: Date; readonly limit: number },
): Promise<(DueKey & Pick<DueReading, "attempt">)[]> {
  const { rows } = await sql<DueKey & Pick<DueReading, "attempt">>`
    update proof_due set handed_at = ${wall} from (
      select line_id, phase, step from proof_due
      where handed_at is null and next_at <= ${now}
      order by next_at limit ${limit} for update skip locked) due
    where (proof_due.line_id, proof_due.phase, proof_due.step) = (due.line_id, due.phase, due.step)
    returning proof_due.line_id as "lineId", proof_due.phase, proof_due.step, attempt`.execute(db(tx).withoutPlugins());
  return rows;
}

/** Readings in the queue's hands. */
export async function countHanded(scope: Scope): Promise<number> {
  const row = await db(scope)
    .selectFrom("proofDue")
    .select((select) => select.fn.countAll<number>().as("count"))
    .where("handedAt", "is not", null)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** Puts readings back that went to the queue before `since` (wall time) and never came out: their job is dead. */
export async function takeBackHanded(tx: Tx, since: Date): Promise<void> {
  await db(tx).updateTable("proofDue").set({ handedAt: null }).where("handedAt", "<", since).execute();
}
