import type { OrderState } from "@smplat/contracts/vocabulary";
import type { Scope } from "#infrastructure/database";
import { type Actor, isStaff, ownerOf } from "#kernel/actor";
import { DomainError } from "#kernel/domain-error";
import { decodeCursor, type Page, toPage } from "#kernel/page";
import type { OrderWithLines } from "./order.ts";
import { listOrderRows } from "./order-repository.ts";

export interface OrderQuery {
  readonly state?: OrderState | undefined;
  readonly platform?: string | undefined;
  readonly text?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

/**
 * Orders newest first, by cursor: one's own for shoppers, all for staff. Throws `page.cursor-invalid`, and
 * `auth.required` for an actor who owns nothing.
 */
export async function listOrders(scope: Scope, actor: Actor, query: OrderQuery): Promise<Page<OrderWithLines>> {
  const ownerId = ownerOf(actor);
  if (ownerId === null && !isStaff(actor)) throw new DomainError("auth.required");
  const limit = query.limit ?? 20;
  const rows = await listOrderRows(scope, {
    limit: limit + 1,
    ...(ownerId === null ? {} : { ownerId }),
    ...(query.state === undefined ? {} : { state: query.state }),
    ...(query.platform === undefined ? {} : { platform: query.platform }),
    ...(query.text === undefined ? {} : { text: query.text }),
    ...(query.cursor === undefined ? {} : { before: position(query.cursor) }),
  });
  return toPage(rows, limit, (order) => [order.placedAt.toISOString(), order.id]);
}

function position(cursor: string): { placedAt: Date; id: string } {
  const [placedAt, id] = decodeCursor(cursor, 2);
  const at = new Date(String(placedAt));
  if (Number.isNaN(at.getTime()) || typeof id !== "string") throw new DomainError("page.cursor-invalid");
  return { placedAt: at, id };
}
