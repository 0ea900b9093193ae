import { type Kysely, type Selectable, sql } from "kysely";
import type { Scope, Tx } from "#infrastructure/database";
import type { Cart, CartItem, CartLine } from "./cart.ts";
import type { CartQuote } from "./cart-quote.ts";
import type { CartTables } from "./tables.ts";

const db = (scope: Scope): Kysely<CartTables> => scope.tables<CartTables>();

/** Opens a cart, or finds the one that is open; one statement either way. */
export async function upsertCart(scope: Scope, cart: Omit<Cart, "lines">, now: Date): Promise<Cart> {
  const row = await db(scope)
    .insertInto("carts")
    .values({ ...cart, createdAt: now, updatedAt: now })
    .onConflict((conflict) =>
      // Written out, not a parameter: a plan for any value can't know that the partial index applies.
      conflict
        .columns(["ownerId", "currency"])
        .where(sql<boolean>`carts.state = 'open'`)
        .doUpdateSet({ updatedAt: now }),
    )
    .returning(["id", "ownerId", "currency", "state", "version"])
    .returning(linesOf)
    .executeTakeFirstOrThrow();
  return cartOf(row);
}

export async function findCart(scope: Scope, cartId: string): Promise<Cart | null> {
  const row = await db(scope)
    .selectFrom("carts")
    .select(["id", "ownerId", "currency", "state", "version"])
    .select(linesOf)
    .where("id", "=", cartId)
    .executeTakeFirst();
  return row === undefined ? null : cartOf(row);
}

/** The open cart of an owner that changed last. */
export async function findOpenCart(scope: Scope, ownerId: string): Promise<Cart | null> {
  const row = await db(scope)
    .selectFrom("carts")
    .select(["id", "ownerId", "currency", "state", "version"])
    .select(linesOf)
    .where("ownerId", "=", ownerId)
    .where("state", "=", "open")
    .orderBy("updatedAt", "desc")
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : cartOf(row);
}

export interface AddedLine {
  readonly line: CartLine;
  readonly cart: Cart;
}

/**
 * Adds a quoted line in one statement: a new configuration makes a line, a known one adds to its quantity, a quote that
 * was added before changes nothing. Null when the cart isn't open, isn't the owner's, has another currency or is full.
 */
export async function addQuotedLine(
  tx: Tx,
  target: { cartId: string; ownerId: string; currency: string; linesMax: number; now: Date },
  line: CartLine,
): Promise<AddedLine | null> {
  const result = await sql<{ cart: SnakeCart; line: SnakeLine; others: SnakeLine[] }>`
    with target as (
      select id, owner_id, currency, state, version from carts
      where id = ${target.cartId} and owner_id = ${target.ownerId} and state = 'open' and currency = ${target.currency}
      for update
    ), line as (
      insert into cart_lines (id, cart_id, product_id, config_hash, quantity, quote_id, quote_ids, item, added_at)
      select ${line.id}, target.id, ${line.productId}, ${line.configHash}, ${line.quantity}::int, ${line.quoteId},
        array[${line.quoteId}::text], ${JSON.stringify(line.item)}::jsonb, ${target.now}::timestamptz
      from target
      where (select count(*) from cart_lines l where l.cart_id = target.id and l.config_hash <> ${line.configHash})
        < ${target.linesMax}
      on conflict (cart_id, config_hash) do update set
        quantity = case when excluded.quote_id = any (cart_lines.quote_ids) then cart_lines.quantity
          else cart_lines.quantity + excluded.quantity end,
        quote_ids = case when excluded.quote_id = any (cart_lines.quote_ids) then cart_lines.quote_ids
          else cart_lines.quote_ids || excluded.quote_ids end
      returning *
    ), touched as (
      update carts set version = carts.version + 1, updated_at = ${target.now} from line where carts.id = line.cart_id
      returning carts.version
    )
    select to_jsonb(target) || jsonb_build_object('version', touched.version) as cart, to_jsonb(line) as line, (
      select coalesce(jsonb_agg(to_jsonb(l) order by l.added_at, l.id), '[]') from cart_lines l
      where l.cart_id = target.id and l.config_hash <> ${line.configHash}
    ) as others
    from target, line, touched`.execute(db(tx));
  const row = result.rows[0];
  if (row === undefined) return null;
  const added = lineOf(row.line);
  const lines = [...row.others.map(lineOf), added].sort((a, b) => (a.id < b.id ? -1 : 1));
  const { id, owner_id: ownerId, currency, state, version } = row.cart;
  return { line: added, cart: { id, ownerId, currency, state, version, lines } };
}

/** Sets a line's quantity, its quote, or both, and moves the cart's version on. False when the line is not there. */
export async function updateLine(
  tx: Tx,
  target: { cartId: string; lineId: string; now: Date },
  changes: { quantity?: number; quoteId?: string; item?: CartItem },
): Promise<boolean> {
  const { item, ...values } = changes;
  const updated = await db(tx)
    .with("line", (query) =>
      query
        .updateTable("cartLines")
        .set({ ...values, ...(item === undefined ? {} : { item: JSON.stringify(item) }) })
        .where("id", "=", target.lineId)
        .where("cartId", "=", target.cartId)
        .returning("cartId"),
    )
    .updateTable("carts")
    .set({ version: sql`version + 1`, updatedAt: target.now })
    .where("id", "in", (query) => query.selectFrom("line").select("line.cartId"))
    .returning("id")
    .executeTakeFirst();
  return updated !== undefined;
}

/** Gives several lines their new quotes and moves the cart's version on once; one statement. */
export async function updateQuotes(
  tx: Tx,
  target: { cartId: string; now: Date },
  lines: readonly Pick<CartLine, "id" | "quoteId" | "item">[],
): Promise<void> {
  const changes = JSON.stringify(lines.map(({ id, quoteId, item }) => ({ id, quote_id: quoteId, item })));
  await sql`
    with changed as (
      update cart_lines l set quote_id = c.quote_id, item = c.item
      from jsonb_to_recordset(${changes}::jsonb) as c (id text, quote_id text, item jsonb)
      where l.id = c.id and l.cart_id = ${target.cartId}
    )
    update carts set version = version + 1, updated_at = ${target.now} where id = ${target.cartId}`.execute(db(tx));
}

export async function deleteLine(tx: Tx, target: { cartId: string; lineId: string; now: Date }): Promise<boolean> {
  const updated = await db(tx)
    .with("line", (query) =>
      query
        .deleteFrom("cartLines")
        .where("id", "=", target.lineId)
        .where("cartId", "=", target.cartId)
        .returning("cartId"),
    )
    .updateTable("carts")
    .set({ version: sql`version + 1`, updatedAt: target.now })
    .where("id", "in", (query) => query.selectFrom("line").select("line.cartId"))
    .returning("id")
    .executeTakeFirst();
  return updated !== undefined;
}

export async function setState(tx: Tx, cartId: string, state: Cart["state"], now: Date): Promise<void> {
  await db(tx)
    .updateTable("carts")
    .set({ state, updatedAt: now })
    .where("id", "=", cartId)
    .where("state", "=", "open")
    .execute();
}

/** The open carts of an owner, locked until the transaction ends. */
export async function lockOpenCarts(tx: Tx, ownerId: string): Promise<Cart[]> {
  const rows = await db(tx)
    .selectFrom("carts")
    .select(["id", "ownerId", "currency", "state", "version"])
    .select(linesOf)
    .where("ownerId", "=", ownerId)
    .where("state", "=", "open")
    .forUpdate("carts")
    .execute();
  return rows.map(cartOf);
}

export async function setOwner(tx: Tx, cartId: string, ownerId: string, now: Date): Promise<void> {
  await db(tx).updateTable("carts").set({ ownerId, updatedAt: now }).where("id", "=", cartId).execute();
}

export async function insertCartQuote(scope: Scope, quote: CartQuote): Promise<void> {
  await db(scope)
    .insertInto("cartQuotes")
    .values({
      ...quote,
      lines: JSON.stringify(quote.lines),
      adjustments: JSON.stringify(quote.adjustments),
      taxes: JSON.stringify(quote.taxes),
      taxNote: quote.taxNote === null ? null : JSON.stringify(quote.taxNote),
    })
    .execute();
}

/** A cart's row, locked until the transaction ends, with one of its quotes; one statement. */
export async function lockWithQuote(
  tx: Tx,
  cartId: string,
  quoteId: string,
): Promise<{ cart: Omit<Cart, "lines">; quote: CartQuote | null } | null> {
  const row = await db(tx)
    .selectFrom("carts")
    .leftJoin("cartQuotes", (join) =>
      join.onRef("cartQuotes.cartId", "=", "carts.id").on("cartQuotes.id", "=", quoteId),
    )
    .selectAll("cartQuotes")
    .select([
      "carts.id as openId",
      "carts.ownerId as openOwnerId",
      "carts.currency as openCurrency",
      "carts.state as openState",
      "carts.version as openVersion",
    ])
    .where("carts.id", "=", cartId)
    .forUpdate("carts")
    .executeTakeFirst();
  if (row === undefined) return null;
  const { openId, openOwnerId, openCurrency, openState, openVersion, ...quote } = row;
  const cart = { id: openId, ownerId: openOwnerId, currency: openCurrency, state: openState, version: openVersion };
  return { cart, quote: quote.id === null ? null : (quote as CartQuote) };
}

/**
 * Takes an open cart for an order, with one of its quotes; one statement. Null when the cart is not open, not the
 * owner's, or not there. Whoever comes second finds it taken.
 */
export async function claimWithQuote(
  tx: Tx,
  claim: { cartId: string; ownerId: string; cartQuoteId: string; now: Date },
): Promise<{ version: number; quote: CartQuote | null } | null> {
  const row = await db(tx)
    .with("claimed", (query) =>
      query
        .updateTable("carts")
        .set({ state: "ordered", updatedAt: claim.now })
        .where("id", "=", claim.cartId)
        .where("ownerId", "=", claim.ownerId)
        .where("state", "=", "open")
        .returning(["carts.id as claimedId", "carts.version as claimedVersion"]),
    )
    .selectFrom("claimed")
    .leftJoin("cartQuotes", (join) =>
      join.onRef("cartQuotes.cartId", "=", "claimed.claimedId").on("cartQuotes.id", "=", claim.cartQuoteId),
    )
    .selectAll("cartQuotes")
    .select("claimed.claimedVersion")
    .executeTakeFirst();
  if (row === undefined) return null;
  const { claimedVersion: version, ...quote } = row;
  return { version, quote: quote.id === null ? null : (quote as CartQuote) };
}

/** Gives an ordered cart back to its owner, unless they have opened another one in that currency since. */
export async function reopen(tx: Tx, cartId: string, now: Date): Promise<void> {
  await db(tx)
    .updateTable("carts")
    .set({ state: "open", updatedAt: now })
    .where("id", "=", cartId)
    .where("state", "=", "ordered")
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom("carts as other")
            .select("other.id")
            .whereRef("other.ownerId", "=", "carts.ownerId")
            .whereRef("other.currency", "=", "carts.currency")
            .where("other.state", "=", "open"),
        ),
      ),
    )
    .execute();
}

const linesOf = sql<SnakeLine[]>`(
  select coalesce(jsonb_agg(to_jsonb(l) order by l.added_at, l.id), '[]') from cart_lines l where l.cart_id = carts.id
)`.as("lineRows");

interface SnakeCart {
  readonly id: string;
  readonly owner_id: string;
  readonly currency: Cart["currency"];
  readonly state: Cart["state"];
  readonly version: number;
}

/** A line as `to_jsonb` writes it. */
interface SnakeLine {
  readonly id: string;
  readonly product_id: string;
  readonly config_hash: string;
  readonly quantity: number;
  readonly quote_id: string;
  readonly item: CartItem;
}

const lineOf = (row: SnakeLine): CartLine => ({
  id: row.id,
  productId: row.product_id,
  configHash: row.config_hash,
  quantity: row.quantity,
  quoteId: row.quote_id,
  item: row.item,
});

type CartRow = Pick<Selectable<CartTables["carts"]>, "id" | "ownerId" | "currency" | "state" | "version"> & {
  lineRows: SnakeLine[];
};

const cartOf = ({ lineRows, ...cart }: CartRow): Cart => ({ ...cart, lines: lineRows.map(lineOf) });
