import type { Scope } from "#infrastructure/database";
import { DomainError } from "#kernel/domain-error";
import { decodeCursor, type Page, toPage } from "#kernel/page";
import type { Refill } from "./refill.ts";
import { listRefillRows } from "./refill-repository.ts";
import type { RefillState } from "./refill-states.ts";

export interface RefillQuery {
  readonly state?: RefillState | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** Refills of everybody, newest first. */
export async function listRefills(scope: Scope, query: RefillQuery): Promise<Page<Refill>> {
  const before = query.cursor === undefined ? null : positionOf(query.cursor);
  const rows = await listRefillRows(scope, {
    ...(query.state === undefined ? {} : { state: query.state }),
    ...(before === null ? {} : { before }),
    limit: query.limit + 1,
  });
  return toPage(rows, query.limit, (row) => [row.requestedAt.toISOString(), row.id]);
}

function positionOf(cursor: string): { requestedAt: Date; id: string } {
  const [at, id] = decodeCursor(cursor, 2);
  const requestedAt = new Date(String(at));
  if (typeof id !== "string" || Number.isNaN(requestedAt.getTime())) throw new DomainError("page.cursor-invalid");
  return { requestedAt, id };
}
