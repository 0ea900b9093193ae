import { type Kysely, sql } from "kysely";
import type { Scope, Tx } from "#infrastructure/database";
import { type MailRequestKind, mailRequestLimit } from "./mail-request.ts";
import type { CustomerTables } from "./tables.ts";

const db = (scope: Scope): Kysely<CustomerTables> => scope.tables<CustomerTables>();

export interface AccessLink {
  readonly email: string;
  readonly ownerId: string;
  readonly orderId: string | null;
}

export async function insertAccessLink(
  tx: Tx,
  link: AccessLink & { readonly tokenHash: string; readonly createdAt: Date; readonly expiresAt: Date },
): Promise<void> {
  await db(tx)
    .insertInto("accessLinks")
    .values({ ...link, usedAt: null })
    .execute();
}

/** Uses a link up. Null when it is unknown, too old, or somebody else was faster. */
export async function consumeAccessLink(tx: Tx, tokenHash: string, now: Date): Promise<AccessLink | null> {
  const row = await db(tx)
    .updateTable("accessLinks")
    .set({ usedAt: now })
    .where("tokenHash", "=", tokenHash)
    .where("usedAt", "is", null)
    .where("expiresAt", ">", now)
    .returning(["email", "ownerId", "orderId"])
    .executeTakeFirst();
  return row ?? null;
}

/** Notes a wish for a mail, unless the address had its share of that kind lately. Says whether it was noted. */
export async function insertMailRequest(
  tx: Tx,
  request: { readonly id: string; readonly kind: MailRequestKind; readonly email: string },
  now: Date,
): Promise<boolean> {
  const { id, kind, email } = request;
  const since = new Date(now.getTime() - mailRequestLimit.windowMs);
  const inserted = await sql<{ id: string }>`
    insert into mail_requests (id, kind, email, requested_at)
    select ${id}, ${kind}, ${email}, ${now}::timestamptz
    where (select count(*) from mail_requests
      where kind = ${kind} and email = ${email} and requested_at > ${since}) < ${mailRequestLimit.count}
    returning id`.execute(db(tx));
  return inserted.rows.length > 0;
}

export async function findMailRequest(
  scope: Scope,
  id: string,
  kind: MailRequestKind,
): Promise<{ email: string } | null> {
  const row = await db(scope)
    .selectFrom("mailRequests")
    .select("email")
    .where("id", "=", id)
    .where("kind", "=", kind)
    .executeTakeFirst();
  return row ?? null;
}
