import type { Platform } from "@smplat/contracts/vocabulary";
import type { Kysely, Selectable } from "kysely";
import type { Scope, Tx } from "#infrastructure/database";
import { decodeCursor, type Page, toPage } from "#kernel/page";
import type { Attestation, AttestationState } from "./attestation.ts";
import type { ReadingAttestationRow, SocialAccountTables } from "./tables.ts";

const db = (scope: Scope): Kysely<SocialAccountTables> => scope.tables<SocialAccountTables>();

export async function insertAttestation(tx: Tx, attestation: Attestation): Promise<void> {
  await db(tx).insertInto("readingAttestations").values(attestation).execute();
}

/** The row, locked until the transaction ends; null when there is none. */
export async function lockAttestation(tx: Tx, id: string): Promise<Attestation | null> {
  const row = await db(tx)
    .selectFrom("readingAttestations")
    .selectAll()
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  return row === undefined ? null : attestationOf(row);
}

export async function updateAttestation(
  tx: Tx,
  id: string,
  changes: Partial<Pick<Attestation, "state" | "decidedBy" | "decidedAt" | "endedBy" | "endedAt" | "endReason">>,
): Promise<Attestation> {
  const row = await db(tx)
    .updateTable("readingAttestations")
    .set(changes)
    .where("id", "=", id)
    .returningAll()
    .executeTakeFirstOrThrow();
  return attestationOf(row);
}

export async function findLiveAttestation(
  scope: Scope,
  channel: { readonly platform: Platform; readonly handle: string },
): Promise<Attestation | null> {
  const row = await db(scope)
    .selectFrom("readingAttestations")
    .selectAll()
    .where("platform", "=", channel.platform)
    .where("handle", "=", channel.handle.toLowerCase())
    .where("state", "=", "live")
    .executeTakeFirst();
  return row === undefined ? null : attestationOf(row);
}

/** Newest first, of one state or of all. */
export async function listAttestationRows(
  scope: Scope,
  request: { readonly state?: AttestationState; readonly cursor?: string | null; readonly limit: number },
): Promise<Page<Attestation>> {
  let query = db(scope).selectFrom("readingAttestations").selectAll();
  if (request.state !== undefined) query = query.where("state", "=", request.state);
  if (request.cursor) {
    const [at, id] = decodeCursor(request.cursor, 2);
    query = query.where((where) =>
      where(where.refTuple("enteredAt", "id"), "<", where.tuple(new Date(Number(at)), String(id))),
    );
  }
  const rows = await query
    .orderBy("enteredAt", "desc")
    .orderBy("id", "desc")
    .limit(request.limit + 1)
    .execute();
  return toPage(rows.map(attestationOf), request.limit, (row) => [row.enteredAt.getTime(), row.id]);
}

function attestationOf(row: Selectable<ReadingAttestationRow>): Attestation {
  return { ...row, followers: Number(row.followers), posts: row.posts === null ? null : Number(row.posts) };
}
