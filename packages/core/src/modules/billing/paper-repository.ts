import { type Kysely, sql } from "kysely";
import type { Scope, Tx } from "#infrastructure/database";
import type { Paper, PaperFormat, PaperKind } from "./paper.ts";
import type { BillingTables, PaperFileRow } from "./tables.ts";

export interface PaperListing {
  readonly kind: PaperKind;
  readonly number: string | null;
  /** Of credit notes: the refund they are for. */
  readonly refundId: string | null;
  readonly issuedAt: Date;
  /** Of the PDF, in hex. */
  readonly sha256: string;
}

export type PaperFile = Readonly<PaperFileRow>;

const db = (scope: Scope): Kysely<BillingTables> => scope.tables<BillingTables>();

/**
 * The last number of a series, its row locked until the transaction ends: whoever else wants a number waits for our
 * commit and sees our paper.
 */
export async function lockSeries(tx: Tx, series: string): Promise<number> {
  await db(tx)
    .insertInto("paperSeries")
    .values({ series, lastSerial: 0 })
    .onConflict((conflict) => conflict.column("series").doNothing())
    .execute();
  const row = await db(tx)
    .selectFrom("paperSeries")
    .select("lastSerial")
    .where("series", "=", series)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return row.lastSerial;
}

/** Inserts a numbered paper and moves its series to that number, in one statement. */
export async function insertNumbered(tx: Tx, paper: Paper, place: { series: string; serial: number }): Promise<void> {
  await db(tx)
    .with("counted", (query) =>
      query
        .updateTable("paperSeries")
        .set({ lastSerial: place.serial })
        .where("series", "=", place.series)
        .returning("series"),
    )
    .insertInto("papers")
    .values({ ...rowOf(paper), ...place })
    .execute();
}

/** False when the order has a paper of this kind already. */
export async function insertUnnumbered(tx: Tx, paper: Paper): Promise<boolean> {
  const row = await db(tx)
    .insertInto("papers")
    .values({ ...rowOf(paper), series: null, serial: null })
    // Written out: with a parameter in it, a prepared plan no longer finds the partial index.
    .onConflict((conflict) =>
      conflict.columns(["orderId", "kind"]).where(sql<boolean>`kind <> 'credit_note'`).doNothing(),
    )
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

export async function findPaperOfOrder(scope: Scope, orderId: string, kind: PaperKind): Promise<Paper | null> {
  const query = db(scope).selectFrom("papers").select(columns);
  return (await query.where("orderId", "=", orderId).where("kind", "=", kind).executeTakeFirst()) ?? null;
}

export async function findPaper(scope: Scope, paperId: string): Promise<Paper | null> {
  return (await db(scope).selectFrom("papers").select(columns).where("id", "=", paperId).executeTakeFirst()) ?? null;
}

/** Whether the refund has its credit note. */
export async function hasCreditNote(scope: Scope, refundId: string): Promise<boolean> {
  const query = db(scope).selectFrom("papers").select("id").where("refundId", "=", refundId);
  return (await query.executeTakeFirst()) !== undefined;
}

/** The files of a paper; none until they are stored. */
export async function listFiles(scope: Scope, paperId: string): Promise<PaperFile[]> {
  return db(scope).selectFrom("paperFiles").selectAll().where("paperId", "=", paperId).execute();
}

/** Keeps the files that were stored first. */
export async function insertFiles(tx: Tx, files: readonly PaperFile[]): Promise<void> {
  await db(tx)
    .insertInto("paperFiles")
    .values(files)
    .onConflict((conflict) => conflict.columns(["paperId", "format"]).doNothing())
    .execute();
}

/** Papers of an order whose files are stored: the invoice, then the receipt, then credit notes as they were issued. */
export async function listPaperRows(scope: Scope, orderId: string): Promise<PaperListing[]> {
  return db(scope)
    .selectFrom("papers")
    .innerJoin("paperFiles", "paperFiles.paperId", "papers.id")
    .select(["papers.kind", "papers.number", "papers.refundId", "papers.issuedAt", "paperFiles.sha256"])
    .where("papers.orderId", "=", orderId)
    .where("paperFiles.format", "=", "pdf")
    .orderBy(({ eb }) =>
      eb.case().when("papers.kind", "=", "invoice").then(0).when("papers.kind", "=", "receipt").then(1).else(2).end(),
    )
    .orderBy("papers.serial")
    .execute();
}

export interface FoundFile {
  readonly paper: Paper;
  readonly file: PaperFile;
}

export interface FileSought {
  readonly orderId: string;
  readonly kind: PaperKind;
  readonly format: PaperFormat;
  /** Which one, where an order may have several of a kind; null for the latest. */
  readonly number: string | null;
}

/** One file of an order's paper with what the paper says. */
export async function findFile(scope: Scope, sought: FileSought): Promise<FoundFile | null> {
  const { orderId, kind, format, number } = sought;
  const query = db(scope)
    .selectFrom("papers")
    .innerJoin("paperFiles as f", "f.paperId", "papers.id")
    .select(["papers.id", "papers.orderId", "papers.number", "papers.issuedAt", "papers.content"])
    .select(["f.paperId", "f.format", "f.storageKey", "f.sha256", "f.size"])
    .where("papers.orderId", "=", orderId)
    .where("papers.kind", "=", kind)
    .where("f.format", "=", format)
    .orderBy("papers.issuedAt", "desc")
    .orderBy("papers.serial", "desc")
    .limit(1);
  const row = await (number === null ? query : query.where("papers.number", "=", number)).executeTakeFirst();
  if (row === undefined) return null;
  const { paperId, format: found, storageKey, sha256, size, ...paper } = row;
  return { paper, file: { paperId, format: found, storageKey, sha256, size } };
}

const columns = ["id", "orderId", "number", "issuedAt", "content"] as const;

function rowOf(paper: Paper) {
  const { content, ...row } = paper;
  const refundId = content.kind === "credit_note" ? content.refundId : null;
  return { ...row, kind: content.kind, refundId, content: JSON.stringify(content) };
}
