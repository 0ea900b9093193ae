import type { Scope } from "#infrastructure/database";
import type { Actor } from "#kernel/actor";
import type { LivenessDeps } from "./liveness-deps.ts";
import type { Look, Page } from "./page.ts";
import { listLooks, listPagesOfOrder } from "./page-repository.ts";

/** A placement with its newest looks, newest first. */
export interface WatchedPlacement extends Page {
  readonly newestLooks: readonly Look[];
}

/** Looks shown of one placement. */
const looksShown = 30;

/** An order's placements, oldest first, in three statements. Throws `order.not-found`. */
export async function listPlacements(
  deps: Pick<LivenessDeps, "orders">,
  scope: Scope,
  actor: Actor,
  orderId: string,
): Promise<WatchedPlacement[]> {
  await deps.orders.get(scope, actor, orderId);
  const pages = await listPagesOfOrder(scope, orderId);
  const looks = await listLooks(
    scope,
    pages.map((page) => page.id),
    looksShown,
  );
  return pages.map((page) => ({ ...page, newestLooks: looks.filter((look) => look.pageId === page.id) }));
}
