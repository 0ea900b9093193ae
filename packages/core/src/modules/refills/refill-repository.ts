import { type Kysely, sql } from "kysely";
import type { Scope, Tx } from "#infrastructure/database";
import type { Refill } from "./refill.ts";
import { openRefillStates, type RefillState } from "./refill-states.ts";
import type { RefillTables } from "./tables.ts";

const db = (scope: Scope): Kysely<RefillTables> => scope.tables<RefillTables>();
const jsonOrNull = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));

export interface RefillListFilter {
  readonly state?: RefillState;
  readonly before?: { readonly requestedAt: Date; readonly id: string };
  readonly limit: number;
}

/** False when the line has an open one. */
export async function insertRefill(tx: Tx, refill: Refill): Promise<boolean> {
  const row = await db(tx)
    .insertInto("refills")
    .values({
      ...refill,
      subject: JSON.stringify(refill.subject),
      requestedBy: JSON.stringify(refill.requestedBy),
      decidedBy: jsonOrNull(refill.decidedBy),
    })
    .onConflict((conflict) =>
      conflict.column("lineId").where(sql<boolean>`state in ('requested', 'approved', 'submitted')`).doNothing(),
    )
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

export async function findRefill(
  scope: Scope,
  refillId: string,
  options: { readonly lock: boolean },
): Promise<Refill | null> {
  const query = db(scope).selectFrom("refills").selectAll().where("id", "=", refillId);
  return (await (options.lock ? query.forUpdate() : query).executeTakeFirst()) ?? null;
}

/** The one refill of a line that is asked for or under way. */
export async function findOpenRefill(scope: Scope, lineId: string): Promise<Refill | null> {
  const row = await db(scope)
    .selectFrom("refills")
    .selectAll()
    .where("lineId", "=", lineId)
    .where("state", "in", openRefillStates)
    .executeTakeFirst();
  return row ?? null;
}

/** Refills of an order, oldest first. */
export async function listRefillsOfOrder(scope: Scope, orderId: string): Promise<Refill[]> {
  const query = db(scope).selectFrom("refills").selectAll().where("orderId", "=", orderId);
  return query.orderBy("requestedAt").orderBy("id").execute();
}

/** Newest first. */
export async function listRefillRows(scope: Scope, filter: RefillListFilter): Promise<Refill[]> {
  let query = db(scope).selectFrom("refills").selectAll();
  const { state, before } = filter;
  if (state !== undefined) query = query.where("state", "=", state);
  if (before !== undefined)
    query = query.where(sql<boolean>`(requested_at, id) < (${before.requestedAt}, ${before.id})`);
  return query.orderBy("requestedAt", "desc").orderBy("id", "desc").limit(filter.limit).execute();
}

export type RefillChanges = Partial<
  Pick<
    Refill,
    | "state"
    | "decidedBy"
    | "decidedAt"
    | "decisionReason"
    | "submits"
    | "lastAskedAt"
    | "lastError"
    | "submittedAt"
    | "closedAt"
    | "outcome"
  >
>;

export async function updateRefill(tx: Tx, refillId: string, changes: RefillChanges): Promise<void> {
  const { decidedBy, ...values } = changes;
  await db(tx)
    .updateTable("refills")
    .set({ ...values, ...(decidedBy === undefined ? {} : { decidedBy: jsonOrNull(decidedBy) }) })
    .where("id", "=", refillId)
    .execute();
}
