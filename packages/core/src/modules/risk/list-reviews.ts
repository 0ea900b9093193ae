import type { Scope } from "#infrastructure/database";
import type { Actor } from "#kernel/actor";
import { decodeCursor, type Page, toPage } from "#kernel/page";
import type { OrderSummary, Orders } from "#modules/orders";
import type { Assessment } from "./assessment.ts";
import type { ListEntry } from "./list-entry.ts";
import type { Refusal } from "./refusal.ts";
import { listRefusals } from "./refusal-repository.ts";
import { authorizeRisk } from "./risk-policy.ts";
import {
  type AssessmentFilter,
  listAssessmentRows,
  listAudit,
  listListEntries,
  type RiskAuditEntry,
} from "./risk-repository.ts";

/** An assessment with the order it belongs to, and what people did with it. */
export interface ReviewItem {
  readonly assessment: Assessment;
  /** Null for a refused attempt. */
  readonly order: OrderSummary | null;
  /** Null when there is an order, and once it is forgotten. */
  readonly refusal: Refusal | null;
  readonly audit: readonly RiskAuditEntry[];
}

export interface ReviewQuery {
  readonly show: AssessmentFilter["show"];
  readonly reference?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

const limitDefault = 30;

/** Four statements however many there are. Throws `page.cursor-invalid`. */
export async function listAssessments(
  deps: { readonly orders: Pick<Orders, "listSummaries"> },
  scope: Scope,
  actor: Actor,
  query: ReviewQuery,
): Promise<Page<ReviewItem>> {
  authorizeRisk(actor, "see");
  const limit = query.limit ?? limitDefault;
  const before = query.cursor === undefined ? {} : { before: positionOf(query.cursor) };
  const told = query.reference === undefined ? {} : { reference: query.reference.trim() };
  const rows = await listAssessmentRows(scope, { show: query.show, limit: limit + 1, ...before, ...told });
  const page = toPage(rows, limit, ({ at, id }) => [at.toISOString(), id]);
  const orderIds = page.items.flatMap(({ orderId }) => (orderId === null ? [] : [orderId]));
  const ids = page.items.map(({ id }) => id);
  const [orders, audit, refusals] = await Promise.all([
    deps.orders.listSummaries(scope, orderIds),
    listAudit(scope, ids),
    listRefusals(scope, ids),
  ]);
  const orderById = new Map(orders.map((order) => [order.id, order]));
  return {
    ...page,
    items: page.items.map((assessment) => ({
      assessment,
      order: orderById.get(assessment.orderId ?? "") ?? null,
      refusal: refusals.find(({ assessmentId }) => assessmentId === assessment.id) ?? null,
      audit: audit.filter(({ subjectId }) => subjectId === assessment.id),
    })),
  };
}

/** The lists, newest entry first, ended ones too. Throws `page.cursor-invalid`. */
export async function listEntries(
  scope: Scope,
  actor: Actor,
  query: { readonly cursor?: string | undefined; readonly limit?: number | undefined },
): Promise<Page<ListEntry>> {
  authorizeRisk(actor, "see");
  const limit = query.limit ?? limitDefault;
  const before = query.cursor === undefined ? {} : { before: positionOf(query.cursor) };
  const rows = await listListEntries(scope, { limit: limit + 1, ...before });
  return toPage(rows, limit, ({ createdAt, id }) => [createdAt.toISOString(), id]);
}

function positionOf(cursor: string): { at: Date; id: string } {
  const [at, id] = decodeCursor(cursor, 2);
  return { at: new Date(String(at)), id: String(id) };
}
