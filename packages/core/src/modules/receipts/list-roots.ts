import type { Scope } from "#infrastructure/database";
import { DomainError } from "#kernel/domain-error";
import { decodeCursor, type Page, toPage } from "#kernel/page";
import type { PublishedRoot } from "./receipt.ts";
import { listRootRows } from "./receipt-repository.ts";

const pageSize = 30;

/** Published trees, newest day first, by cursor. Throws `page.cursor-invalid`. */
export async function listRoots(
  scope: Scope,
  query: { readonly cursor?: string | undefined; readonly limit?: number | undefined },
): Promise<Page<PublishedRoot>> {
  const limit = query.limit ?? pageSize;
  const before = query.cursor === undefined ? null : position(query.cursor);
  const rows = await listRootRows(scope, { limit: limit + 1, before });
  return toPage(rows, limit, ({ root }) => [root.date]);
}

function position(cursor: string): string {
  const [date] = decodeCursor(cursor, 1);
  if (typeof date !== "string") throw new DomainError("page.cursor-invalid");
  return date;
}
