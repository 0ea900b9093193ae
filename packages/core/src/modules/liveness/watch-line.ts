import type { Tx } from "#infrastructure/database";
import { newId } from "#kernel/id";
import type { FulfillmentLine, PlacementRef } from "#modules/fulfillment";
import type { LivenessDeps } from "./liveness-deps.ts";
import { firstLookAt } from "./look-schedule.ts";
import type { Page } from "./page.ts";
import { findNextDue, insertPages, listPagesForUpdate, updateNamed } from "./page-repository.ts";
import { ringAt } from "./ring.ts";

/**
 * A finished line has placements, or others than before: each is looked at until the guarantee ends; one that the
 * supplier names no more is not. A line without a guarantee is not watched, for nothing could come of it.
 */
export async function watchLine(deps: LivenessDeps, tx: Tx, lineId: string): Promise<void> {
  const line = await deps.fulfillment.findLine(tx, lineId);
  if (line === null || line.guaranteeEndsAt === null || line.guaranteeDays === 0) return;
  const known = await listPagesForUpdate(tx, lineId);
  const named = await deps.fulfillment.listPlacements(tx, lineId);
  const window = { watchedFrom: deps.clock.now(), endsAt: line.guaranteeEndsAt };
  const nextAt = firstLookAt(window);
  const earliest = await findNextDue(tx);
  for (const page of known) {
    const isNamed = named.some(({ address }) => address === page.address);
    if (isNamed !== page.isNamed) await updateNamed(tx, page.id, { isNamed, nextAt: isNamed ? nextAt : null });
  }
  const fresh = named.filter(({ address }) => !known.some((page) => page.address === address));
  await insertPages(
    tx,
    fresh.map((placement) => newPage(line, placement, { ...window, nextAt })),
  );
  // Whoever rang for an earlier one has the next rung for when it is done.
  if (nextAt !== null && (earliest === null || nextAt < earliest)) ringAt(deps.clock, tx, nextAt);
}

function newPage(
  line: Pick<FulfillmentLine, "id" | "orderId">,
  placement: PlacementRef,
  times: Pick<Page, "watchedFrom" | "endsAt" | "nextAt">,
): Page {
  return {
    id: newId("plc"),
    lineId: line.id,
    orderId: line.orderId,
    ...placement,
    isNamed: true,
    state: "up",
    doubtSince: null,
    seenAt: null,
    goneSince: null,
    looks: 0,
    unanswered: 0,
    lastLookAt: null,
    ...times,
  };
}
