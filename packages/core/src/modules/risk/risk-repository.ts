import type { RiskReviewState } from "@smplat/contracts/vocabulary";
import { type Kysely, type Selectable, sql } from "kysely";
import type { Scope, Tx } from "#infrastructure/database";
import type { ActorRecord } from "#kernel/actor";
import { newId } from "#kernel/id";
import type { Assessment } from "./assessment.ts";
import type { ListEntry } from "./list-entry.ts";
import type { RiskAssessmentRow, RiskAuditRow, RiskListEntryRow, RiskTables } from "./tables.ts";

const db = (scope: Scope): Kysely<RiskTables> => scope.tables<RiskTables>();

export async function insertAssessment(tx: Tx, { keys, ...assessment }: Assessment): Promise<void> {
  await db(tx)
    .insertInto("riskAssessments")
    .values({
      ...assessment,
      contributions: JSON.stringify(assessment.contributions),
      kinds: keys.map(({ kind }) => kind),
      keys: keys.map(({ key }) => key),
    })
    .execute();
}

export async function findAssessment(
  scope: Scope,
  assessmentId: string,
  options: { readonly lock: boolean },
): Promise<Assessment | null> {
  const query = db(scope).selectFrom("riskAssessments").selectAll().where("id", "=", assessmentId);
  const row = await (options.lock ? query.forUpdate() : query).executeTakeFirst();
  return row === undefined ? null : assessmentOf(row);
}

export async function listAssessmentsOfOrder(scope: Scope, orderId: string): Promise<Assessment[]> {
  const rows = await db(scope)
    .selectFrom("riskAssessments")
    .selectAll()
    .where("orderId", "=", orderId)
    .orderBy("at", "desc")
    .limit(20)
    .execute();
  return rows.map(assessmentOf);
}

export interface AssessmentFilter {
  /** `open`: waiting for a person. `all`: whatever was kept. */
  readonly show: "open" | "blocked" | "all";
  /** Only refusals whose shopper was told this. */
  readonly reference?: string;
  readonly before?: { readonly at: Date; readonly id: string };
  readonly limit: number;
}

/** Newest first. */
export async function listAssessmentRows(scope: Scope, filter: AssessmentFilter): Promise<Assessment[]> {
  let query = db(scope).selectFrom("riskAssessments").selectAll();
  if (filter.show === "open") query = query.where("review", "=", "open");
  if (filter.show === "blocked") query = query.where("decision", "=", "block");
  const { before, reference } = filter;
  if (reference !== undefined) {
    const told = db(scope).selectFrom("riskRefusals").select("assessmentId").where("reference", "=", reference);
    query = query.where("id", "in", told);
  }
  if (before !== undefined) query = query.where(sql<boolean>`(at, id) < (${before.at}, ${before.id})`);
  const rows = await query.orderBy("at", "desc").orderBy("id", "desc").limit(filter.limit).execute();
  return rows.map(assessmentOf);
}

/** Moves a review; the row is locked by whoever calls. */
export async function updateReview(tx: Tx, assessment: Assessment, review: RiskReviewState): Promise<Assessment> {
  const version = assessment.version + 1;
  await db(tx).updateTable("riskAssessments").set({ review, version }).where("id", "=", assessment.id).execute();
  return { ...assessment, review, version };
}

/** Reviews of an order that came to nothing: it was canceled before anybody looked. */
export async function lapseReviews(tx: Tx, orderId: string): Promise<void> {
  await db(tx)
    .updateTable("riskAssessments")
    .set({ review: "lapsed", version: sql<number>`version + 1` })
    .where("orderId", "=", orderId)
    .where("review", "=", "open")
    .execute();
}

export interface RiskAuditEntry {
  readonly at: Date;
  readonly actor: ActorRecord;
  readonly action: string;
  readonly subjectId: string;
  readonly reason: string | null;
  readonly metadata: Readonly<Record<string, unknown>>;
}

export async function insertAudit(tx: Tx, entry: RiskAuditEntry): Promise<void> {
  await db(tx)
    .insertInto("riskAudit")
    .values({
      ...entry,
      id: newId("rau"),
      actor: JSON.stringify(entry.actor),
      metadata: JSON.stringify(entry.metadata),
    })
    .execute();
}

/** What people did with these subjects, oldest first; one statement. */
export async function listAudit(scope: Scope, subjectIds: readonly string[]): Promise<RiskAuditEntry[]> {
  if (subjectIds.length === 0) return [];
  const rows = await db(scope)
    .selectFrom("riskAudit")
    .selectAll()
    .where("subjectId", "in", subjectIds)
    .orderBy("at")
    .execute();
  return rows.map(({ id: _, ...entry }: Selectable<RiskAuditRow>) => entry);
}

/** The entry as it is stored: a network without the bits its mask covers. */
export async function insertListEntry(tx: Tx, entry: ListEntry): Promise<ListEntry> {
  const network = sql<string | null>`network(${entry.network}::inet)`;
  return db(tx)
    .insertInto("riskListEntries")
    .values({ ...entry, network, actor: JSON.stringify(entry.actor) })
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Ends an entry. Null when it is not there or was ended before. */
export async function markListEntryRemoved(tx: Tx, entryId: string, at: Date): Promise<ListEntry | null> {
  const row = await db(tx)
    .updateTable("riskListEntries")
    .set({ removedAt: at })
    .where("id", "=", entryId)
    .where("removedAt", "is", null)
    .returningAll()
    .executeTakeFirst();
  return row ?? null;
}

export async function listListEntries(
  scope: Scope,
  filter: { readonly before?: { readonly at: Date; readonly id: string }; readonly limit: number },
): Promise<Selectable<RiskListEntryRow>[]> {
  let query = db(scope).selectFrom("riskListEntries").selectAll();
  const { before } = filter;
  if (before !== undefined) query = query.where(sql<boolean>`(created_at, id) < (${before.at}, ${before.id})`);
  return query.orderBy("createdAt", "desc").orderBy("id", "desc").limit(filter.limit).execute();
}

export async function findEnforcement(scope: Scope): Promise<{ percent: number; version: number }> {
  const row = await db(scope)
    .selectFrom("riskSettings")
    .select(["enforcementPercent as percent", "version"])
    .executeTakeFirstOrThrow();
  return row;
}

/** Sets the dial, if nobody turned it since. */
export async function updateEnforcement(tx: Tx, percent: number, expectedVersion: number): Promise<boolean> {
  const row = await db(tx)
    .updateTable("riskSettings")
    .set({ enforcementPercent: percent, version: expectedVersion + 1 })
    .where("version", "=", expectedVersion)
    .returning("version")
    .executeTakeFirst();
  return row !== undefined;
}

function assessmentOf({ kinds, keys, ...row }: Selectable<RiskAssessmentRow>): Assessment {
  return { ...row, keys: kinds.map((kind, index) => ({ kind, key: keys[index] ?? "" })) };
}
