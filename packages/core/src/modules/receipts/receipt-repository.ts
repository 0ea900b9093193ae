import type { Opening, ProofDocument, RootDocument } from "@smplat/receipt-verifier";
import { type Kysely, type Selectable, sql } from "kysely";
import type { Scope, Tx } from "#infrastructure/database";
import {
  type Erasure,
  type PublishedRoot,
  type Receipt,
  type ReceiptCause,
  type ReceiptOccasion,
  receiptCauses,
} from "./receipt.ts";
import type { SigningKey } from "./signing-key.ts";
import type { ProofKeyRow, ProofReceiptRow, ProofRootRow, ReceiptTables } from "./tables.ts";

const db = (scope: Scope): Kysely<ReceiptTables> => scope.tables<ReceiptTables>();

const causeText = ({ cause, key }: Pick<ReceiptOccasion, "cause" | "key">) =>
  key === null ? cause : `${cause}:${key}`;

/** Whether the line has a receipt of this cause. */
export async function hasCause(scope: Scope, occasion: ReceiptOccasion): Promise<boolean> {
  const row = await db(scope)
    .selectFrom("proofReceipts")
    .select("id")
    .where("lineId", "=", occasion.lineId)
    .where("cause", "=", causeText(occasion))
    .executeTakeFirst();
  return row !== undefined;
}

/** The last receipt of an order's chain. */
export async function findHead(
  scope: Scope,
  orderId: string,
): Promise<{ readonly sequence: number; readonly digest: string } | null> {
  const row = await db(scope)
    .selectFrom("proofReceipts")
    .select(["sequence", "digest"])
    .where("orderId", "=", orderId)
    .orderBy("sequence", "desc")
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** What the newest receipt of a line says, as the digest of its substance. */
export async function findLatestOfLine(scope: Scope, lineId: string): Promise<{ readonly substance: string } | null> {
  const row = await db(scope)
    .selectFrom("proofReceipts")
    .select("substance")
    .where("lineId", "=", lineId)
    .orderBy("sequence", "desc")
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

export interface NewReceipt {
  readonly id: string;
  readonly occasion: ReceiptOccasion;
  readonly sequence: number;
  readonly previous: string | null;
  readonly digest: string;
  readonly substance: string;
  readonly document: string;
  readonly signature: string;
  readonly issuedAt: Date;
  readonly openings: readonly Opening[];
}

/** Writes a receipt, its openings, and its key where this is the first it signs. */
export async function insertReceipt(tx: Tx, key: SigningKey, receipt: NewReceipt): Promise<void> {
  const { occasion, openings, ...row } = receipt;
  await db(tx)
    .insertInto("proofKeys")
    .values({ keyId: key.keyId, publicKey: key.publicKey, firstUsedAt: receipt.issuedAt })
    .onConflict((conflict) => conflict.column("keyId").doNothing())
    .execute();
  const { orderId, lineId } = occasion;
  await db(tx)
    .insertInto("proofReceipts")
    .values({ ...row, orderId, lineId, cause: causeText(occasion), keyId: key.keyId })
    .execute();
  if (openings.length === 0) return;
  await db(tx)
    .insertInto("proofReceiptOpenings")
    .values(openings.map((opening) => ({ ...opening, receiptId: receipt.id })))
    .execute();
}

/** Receipts of an order from the first on. */
export async function listReceipts(scope: Scope, orderId: string): Promise<Receipt[]> {
  const rows = await db(scope)
    .selectFrom("proofReceipts")
    .selectAll()
    .where("orderId", "=", orderId)
    .orderBy("sequence")
    .execute();
  return rows.map(receiptOf);
}

/** What is behind the seals of receipts, as long as nobody had it erased. */
export async function listOpenings(
  scope: Scope,
  receiptIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Opening[]>> {
  if (receiptIds.length === 0) return new Map();
  const query = db(scope).selectFrom("proofReceiptOpenings").selectAll().where("receiptId", "in", receiptIds);
  const rows = await query.orderBy("path").execute();
  const openingOf = ({ path, salt, value }: (typeof rows)[number]): Opening => ({ path, salt, value });
  return new Map([...Map.groupBy(rows, (row) => row.receiptId)].map(([id, own]) => [id, own.map(openingOf)]));
}

/** Deletes what is behind the seals of an order's receipts; returns how many values that were. */
export async function deleteOpenings(tx: Tx, orderId: string): Promise<number> {
  const own = db(tx).selectFrom("proofReceipts").select("id").where("orderId", "=", orderId);
  const { numDeletedRows } = await db(tx)
    .deleteFrom("proofReceiptOpenings")
    .where("receiptId", "in", own)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

export async function findErasure(scope: Scope, orderId: string): Promise<Erasure | null> {
  const query = db(scope).selectFrom("proofErasures").selectAll().where("orderId", "=", orderId);
  return (await query.executeTakeFirst()) ?? null;
}

export async function insertErasure(tx: Tx, { actor, ...erasure }: Erasure): Promise<void> {
  await db(tx)
    .insertInto("proofErasures")
    .values({ ...erasure, actor: JSON.stringify(actor) })
    .execute();
}

export async function findInclusion(scope: Scope, digest: string): Promise<Pick<Receipt, "inclusion"> | null> {
  const row = await db(scope)
    .selectFrom("proofReceipts")
    .select(["rootDate", "rootIndex", "rootPath"])
    .where("digest", "=", digest)
    .executeTakeFirst();
  return row === undefined ? null : { inclusion: inclusionOf(row) };
}

/** Digests issued before a moment that are in no tree, locked until the transaction ends. */
export async function lockUnpublished(tx: Tx, before: Date): Promise<string[]> {
  const rows = await db(tx)
    .selectFrom("proofReceipts")
    .select("digest")
    .where("rootDate", "is", null)
    .where("issuedAt", "<", before)
    .forUpdate()
    .execute();
  return rows.map((row) => row.digest);
}

/** False when the day has its tree. */
export async function insertRoot(
  tx: Tx,
  root: {
    readonly date: string;
    readonly digest: string;
    readonly document: string;
    readonly signature: string;
    readonly publishedAt: Date;
  },
): Promise<boolean> {
  const { date: rootDate, ...row } = root;
  const inserted = await db(tx)
    .insertInto("proofRoots")
    .values({ rootDate, ...row })
    .onConflict((conflict) => conflict.column("rootDate").doNothing())
    .returning("rootDate")
    .executeTakeFirst();
  return inserted !== undefined;
}

/** Gives receipts their places in a tree, all in one statement. */
export async function placeInTree(
  tx: Tx,
  date: string,
  places: readonly { readonly digest: string; readonly index: number; readonly path: readonly string[] }[],
): Promise<void> {
  await sql`update proof_receipts r set root_date = ${date}, root_index = p.index, root_path = p.path
    from jsonb_to_recordset(${JSON.stringify(places)}::jsonb) as p(digest text, index int, path jsonb)
    where r.digest = p.digest`.execute(db(tx));
}

export async function findLatestRoot(scope: Scope): Promise<PublishedRoot | null> {
  const [latest] = await listRootRows(scope, { limit: 1, before: null });
  return latest ?? null;
}

/** Published trees, newest first, those of days before `before`. */
export async function listRootRows(
  scope: Scope,
  page: { readonly limit: number; readonly before: string | null },
): Promise<PublishedRoot[]> {
  let query = db(scope).selectFrom("proofRoots").selectAll().orderBy("rootDate", "desc").limit(page.limit);
  if (page.before !== null) query = query.where("rootDate", "<", page.before);
  return (await query.execute()).map(rootOf);
}

export async function findRoots(scope: Scope, dates: readonly string[]): Promise<PublishedRoot[]> {
  if (dates.length === 0) return [];
  const query = db(scope).selectFrom("proofRoots").selectAll().where("rootDate", "in", dates);
  return (await query.orderBy("rootDate").execute()).map(rootOf);
}

export async function listKeyRows(scope: Scope): Promise<ProofKeyRow[]> {
  return db(scope).selectFrom("proofKeys").selectAll().orderBy("firstUsedAt").execute();
}

function receiptOf(row: Selectable<ProofReceiptRow>): Receipt {
  const { id, orderId, sequence, lineId, digest, keyId, signature, issuedAt } = row;
  const document = JSON.parse(row.document) as ProofDocument;
  const inclusion = inclusionOf(row);
  return {
    id,
    orderId,
    sequence,
    lineId,
    cause: causeOf(row.cause),
    digest,
    document,
    keyId,
    signature,
    issuedAt,
    inclusion,
  };
}

function causeOf(text: string): ReceiptCause {
  const [kind] = text.split(":", 1);
  const cause = receiptCauses.find((known) => known === kind);
  if (cause === undefined) throw new Error(`${text} is no cause of a receipt`);
  return cause;
}

function inclusionOf(
  row: Pick<Selectable<ProofReceiptRow>, "rootDate" | "rootIndex" | "rootPath">,
): Receipt["inclusion"] {
  const { rootDate: date, rootIndex: index, rootPath: path } = row;
  return date === null || index === null || path === null ? null : { date, index, path };
}

function rootOf({ digest, document, signature, publishedAt }: ProofRootRow): PublishedRoot {
  return { root: JSON.parse(document) as RootDocument, digest, signature, publishedAt };
}
