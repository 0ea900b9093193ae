import { type Kysely, type Selectable, sql } from "kysely";
import type { Scope, Tx } from "#infrastructure/database";
import type { ActorRecord } from "#kernel/actor";
import type { Order, OrderLine, OrderWithLines } from "./order.ts";
import type { OrderAuditRow, OrderLineRow, OrderRow, OrderTables } from "./tables.ts";

export interface AuditEntry {
  readonly seq: number;
  readonly command: string;
  readonly fromState: Order["state"] | null;
  readonly toState: Order["state"];
  readonly actor: ActorRecord;
  readonly reason: string | null;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly at: Date;
}

/** What a transition changes beside state and version. */
export type OrderChanges = Partial<
  Pick<
    OrderRow,
    | "capturedMinor"
    | "refundedMinor"
    | "lostMinor"
    | "reviewReason"
    | "holdReason"
    | "disputeOpen"
    | "openRefills"
    | "askedRefills"
    | "paidAt"
    | "deliveredAt"
    | "closedAt"
  >
>;

export type LineChanges = Partial<
  Pick<
    OrderLineRow,
    | "state"
    | "deliveredUnits"
    | "startedAt"
    | "dueAt"
    | "completedAt"
    | "checkedAt"
    | "guaranteeEndsAt"
    | "refundedMinor"
    | "refundReservedMinor"
  >
> & { readonly evidence?: readonly OrderLine["evidence"][number][] };

export interface OrderListFilter {
  readonly ownerId?: string;
  readonly state?: Order["state"];
  readonly platform?: string;
  /** Order number, e-mail or name, in part. */
  readonly text?: string;
  readonly before?: { readonly placedAt: Date; readonly id: string };
  readonly limit: number;
}

const db = (scope: Scope): Kysely<OrderTables> => scope.tables<OrderTables>();
const json = (value: unknown): string => JSON.stringify(value);
const jsonOrNull = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));

/** Order, lines and first audit row in one statement. */
export async function insertOrder(tx: Tx, order: Order, lines: readonly OrderLine[], audit: AuditEntry): Promise<void> {
  await db(tx)
    .with("placed", (query) => query.insertInto("orders").values(orderValues(order)).returning("id"))
    .with("lines", (query) => query.insertInto("orderLines").values(lines.map(lineValues)).returning("id"))
    .insertInto("orderAudit")
    .values(auditValues(order.id, audit))
    .execute();
}

/**
 * Writes a transition and its audit row in one statement, if the order is still at `version`. Returns the stored
 * order number (drawn now when `drawNumber`), or null when another writer was faster.
 */
export async function updateOrder(
  tx: Tx,
  order: Pick<Order, "id" | "version">,
  changes: OrderChanges & { readonly state: Order["state"]; readonly updatedAt: Date; readonly drawNumber: boolean },
  audit: AuditEntry,
): Promise<{ number: string | null } | null> {
  const { drawNumber, ...values } = changes;
  const number = sql<string>`'SM-' || nextval('order_numbers')`;
  const written = await db(tx)
    .with("moved", (query) =>
      query
        .updateTable("orders")
        .set({ ...values, version: order.version + 1, ...(drawNumber ? { number } : {}) })
        .where("id", "=", order.id)
        .where("version", "=", order.version)
        .returning(["id", "number"]),
    )
    .with("audited", (query) =>
      query
        .insertInto("orderAudit")
        .columns(["orderId", "seq", "command", "fromState", "toState", "actor", "reason", "metadata", "at"])
        .expression((select) =>
          select
            .selectFrom("moved")
            .select((row) => [
              row.ref("moved.id").as("orderId"),
              row.val(audit.seq).as("seq"),
              row.val(audit.command).as("command"),
              row.val(audit.fromState).as("fromState"),
              row.val(audit.toState).as("toState"),
              sql<string>`${json(audit.actor)}::jsonb`.as("actor"),
              row.val(audit.reason).as("reason"),
              sql<string>`${json(audit.metadata)}::jsonb`.as("metadata"),
              sql<Date>`${audit.at}::timestamptz`.as("at"),
            ]),
        )
        .returning("seq"),
    )
    .selectFrom("moved")
    .select("number")
    .executeTakeFirst();
  return written ?? null;
}

export async function updateLine(tx: Tx, lineId: string, changes: LineChanges): Promise<void> {
  const { evidence, ...values } = changes;
  await db(tx)
    .updateTable("orderLines")
    .set({ ...values, ...(evidence === undefined ? {} : { evidence: json(evidence) }) })
    .where("id", "=", lineId)
    .execute();
}

/** Sets money of a line aside for a refund. False when less than that is left of it. */
export async function reserveLineRefund(
  tx: Tx,
  orderId: string,
  lineId: string,
  amountMinor: number,
): Promise<boolean> {
  const row = await db(tx)
    .updateTable("orderLines")
    .set({ refundReservedMinor: sql`refund_reserved_minor + ${amountMinor}` })
    .where("id", "=", lineId)
    .where("orderId", "=", orderId)
    .where(sql<boolean>`refunded_minor + refund_reserved_minor + ${amountMinor} <= net_minor + tax_minor`)
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

/** Gives back what {@link reserveLineRefund} set aside. */
export async function releaseLineRefund(tx: Tx, lineId: string, amountMinor: number): Promise<void> {
  await db(tx)
    .updateTable("orderLines")
    .set({ refundReservedMinor: sql`refund_reserved_minor - ${amountMinor}` })
    .where("id", "=", lineId)
    .execute();
}

/** Changes facts of an order without a transition: no new version, no audit row. */
export async function updateFacts(tx: Tx, orderId: string, changes: OrderChanges & { updatedAt: Date }): Promise<void> {
  await db(tx).updateTable("orders").set(changes).where("id", "=", orderId).execute();
}

/** The order and its lines in one statement; `lock` holds the order's row until the transaction ends. */
export async function findOrder(
  scope: Scope,
  orderId: string,
  options: { lock: boolean },
): Promise<OrderWithLines | null> {
  const query = db(scope).selectFrom("orders").selectAll("orders").select(linesOf).where("orders.id", "=", orderId);
  const row = await (options.lock ? query.forUpdate() : query).executeTakeFirst();
  return row === undefined ? null : orderWithLines(row);
}

export async function findOrderIdOfLine(scope: Scope, lineId: string): Promise<string | null> {
  const row = await db(scope).selectFrom("orderLines").select("orderId").where("id", "=", lineId).executeTakeFirst();
  return row?.orderId ?? null;
}

export async function findLiveOrderOfCart(scope: Scope, cartId: string): Promise<OrderWithLines | null> {
  const row = await db(scope)
    .selectFrom("orders")
    .selectAll("orders")
    .select(linesOf)
    .where("cartId", "=", cartId)
    .where("state", "<>", "canceled")
    .executeTakeFirst();
  return row === undefined ? null : orderWithLines(row);
}

export async function listOrderRows(scope: Scope, filter: OrderListFilter): Promise<OrderWithLines[]> {
  let query = db(scope).selectFrom("orders").selectAll("orders").select(linesOf);
  if (filter.ownerId !== undefined) query = query.where("ownerId", "=", filter.ownerId);
  if (filter.state !== undefined) query = query.where("state", "=", filter.state);
  const { platform, text, before } = filter;
  if (platform !== undefined) {
    query = query.where((where) =>
      where.exists(
        where
          .selectFrom("orderLines")
          .whereRef("orderLines.orderId", "=", "orders.id")
          .where(sql`order_lines.platform_context ->> 'platform'`, "=", platform)
          .select("orderLines.id"),
      ),
    );
  }
  if (text !== undefined) {
    const like = `%${text.replaceAll(/[\\%_]/g, "\\$&")}%`;
    query = query.where((where) =>
      where.or([
        where("orders.number", "ilike", like),
        where(sql<string>`contact ->> 'email'`, "ilike", like),
        where(sql<string>`contact ->> 'name'`, "ilike", like),
      ]),
    );
  }
  if (before !== undefined) {
    query = query.where(sql<boolean>`(orders.placed_at, orders.id) < (${before.placedAt}, ${before.id})`);
  }
  const rows = await query.orderBy("placedAt", "desc").orderBy("id", "desc").limit(filter.limit).execute();
  return rows.map(orderWithLines);
}

/** The newest orders placed with an e-mail address, in whatever case it was typed. */
export async function listOrdersOfEmail(scope: Scope, email: string, limit: number): Promise<OrderWithLines[]> {
  const rows = await db(scope)
    .selectFrom("orders")
    .selectAll("orders")
    .select(linesOf)
    .where(sql`lower(contact ->> 'email')`, "=", email.toLowerCase())
    .orderBy("placedAt", "desc")
    .limit(limit)
    .execute();
  return rows.map(orderWithLines);
}

export type OrderSummary = Pick<
  Order,
  "id" | "number" | "state" | "version" | "totalMinor" | "currency" | "contact" | "placedAt"
>;

export async function listOrderSummaries(scope: Scope, orderIds: readonly string[]): Promise<OrderSummary[]> {
  if (orderIds.length === 0) return [];
  return db(scope)
    .selectFrom("orders")
    .select(["id", "number", "state", "version", "totalMinor", "currency", "contact", "placedAt"])
    .where("id", "in", orderIds)
    .execute();
}

export async function listAudit(scope: Scope, orderId: string): Promise<AuditEntry[]> {
  const rows = await db(scope)
    .selectFrom("orderAudit")
    .selectAll()
    .where("orderId", "=", orderId)
    .orderBy("seq")
    .execute();
  return rows.map(({ orderId: _, ...entry }) => entry);
}

/** Moves everything a guest placed to the account they signed in to. */
export async function updateOwner(tx: Tx, fromOwnerId: string, toOwnerId: string): Promise<void> {
  await db(tx).updateTable("orders").set({ ownerId: toOwnerId }).where("ownerId", "=", fromOwnerId).execute();
}

const linesOf = sql<unknown[]>`(
  select coalesce(jsonb_agg(to_jsonb(l) order by l.position), '[]') from order_lines l where l.order_id = orders.id
)`.as("lineRows");

type RowWithLines = Selectable<OrderRow> & { lineRows: unknown[] };

function orderWithLines({ lineRows, ...order }: RowWithLines): OrderWithLines {
  return { ...order, lines: lineRows.map((row) => lineOf(row as SnakeLine)) };
}

/** A line as `to_jsonb` writes it: snake_case names, instants as text. */
interface SnakeLine {
  readonly id: string;
  readonly order_id: string;
  readonly position: number;
  readonly product_id: string;
  readonly product: OrderLine["product"];
  readonly quantity: number;
  readonly selection: OrderLine["selection"];
  readonly summary: readonly string[];
  readonly platform_context: OrderLine["platformContext"];
  readonly social_account_id: string | null;
  readonly parts: OrderLine["parts"];
  readonly net_minor: number;
  readonly tax_minor: number;
  readonly tax_rate_bp: number;
  readonly refunded_minor: number;
  readonly refund_reserved_minor: number;
  readonly state: OrderLine["state"];
  readonly delivered_units: number;
  readonly started_at: string | null;
  readonly due_at: string | null;
  readonly completed_at: string | null;
  readonly checked_at: string | null;
  readonly guarantee_ends_at: string | null;
  readonly evidence: OrderLine["evidence"];
}

const instant = (text: string | null): Date | null => (text === null ? null : new Date(text));

function lineOf(row: SnakeLine): OrderLine {
  return {
    id: row.id,
    orderId: row.order_id,
    position: row.position,
    productId: row.product_id,
    product: row.product,
    quantity: row.quantity,
    selection: row.selection,
    summary: row.summary,
    platformContext: row.platform_context,
    socialAccountId: row.social_account_id,
    parts: row.parts,
    netMinor: row.net_minor,
    taxMinor: row.tax_minor,
    taxRateBp: row.tax_rate_bp,
    refundedMinor: row.refunded_minor,
    refundReservedMinor: row.refund_reserved_minor,
    state: row.state,
    deliveredUnits: row.delivered_units,
    startedAt: instant(row.started_at),
    dueAt: instant(row.due_at),
    completedAt: instant(row.completed_at),
    checkedAt: instant(row.checked_at),
    guaranteeEndsAt: instant(row.guarantee_ends_at),
    evidence: row.evidence,
  };
}

function orderValues({ contact, billing, consents, ...order }: Order) {
  return { ...order, contact: json(contact), billing: json(billing), consents: json(consents) };
}

function lineValues(line: OrderLine) {
  return {
    ...line,
    product: json(line.product),
    selection: json(line.selection),
    summary: json(line.summary),
    platformContext: jsonOrNull(line.platformContext),
    parts: json(line.parts),
    evidence: json(line.evidence),
  };
}

function auditValues(orderId: string, audit: AuditEntry) {
  return { ...audit, orderId, actor: json(audit.actor), metadata: json(audit.metadata) };
}

export type AuditRow = Selectable<OrderAuditRow>;
