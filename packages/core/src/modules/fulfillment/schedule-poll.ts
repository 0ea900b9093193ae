import type { Tx } from "#infrastructure/database";
import { after, seconds } from "#kernel/clock";
import type { Attempt } from "./attempt.ts";
import type { FulfillmentDeps } from "./deps.ts";
import { pollLineJob } from "./fulfillment-jobs.ts";
import { type FulfillmentLine, guaranteeInterval, isCompleted, pollInterval } from "./line.ts";

/** However fast business time runs, a supplier is not asked more often than this. */
const floorMs = seconds(2);

/** Begins to ask a supplier that can be asked how far its order is. */
export async function schedulePoll(
  deps: FulfillmentDeps,
  tx: Tx,
  line: FulfillmentLine,
  attempt: Pick<Attempt, "id" | "providerId" | "polls">,
): Promise<void> {
  const provider = await deps.suppliers.open(tx, attempt.providerId);
  if (provider?.capabilities.poll) enqueuePoll(deps, tx, line, attempt, { notBeforeMs: 0 });
}

/**
 * Enqueues the next look at a supplier's order: often while it is delivered, seldom while its guarantee runs, never
 * after. The chain is numbered, so that it can't fork.
 */
export function enqueuePoll(
  deps: Pick<FulfillmentDeps, "clock">,
  tx: Tx,
  line: FulfillmentLine,
  attempt: Pick<Attempt, "id" | "polls">,
  wish: { readonly notBeforeMs: number },
): void {
  const dueAt = nextPollAt(line, deps.clock.now());
  if (dueAt === null) return;
  const earliest = after(deps.clock.wall(), Math.max(floorMs, wish.notBeforeMs));
  const runAtWall = new Date(Math.max(earliest.getTime(), deps.clock.wallAt(dueAt).getTime()));
  const number = attempt.polls + 1;
  tx.enqueue(pollLineJob, { attemptId: attempt.id, number }, { key: `${attempt.id} ${number}`, runAtWall });
}

/** When a line's delivery is looked at next, business time; null when it need not be any more. */
export function nextPollAt(line: FulfillmentLine, now: Date): Date | null {
  if (line.state === "accepted" || line.state === "delivering")
    return after(now, pollInterval(line.deliversWithinHours));
  if (!isCompleted(line.state) || line.guaranteeEndsAt === null || line.guaranteeEndsAt <= now) return null;
  const next = after(now, guaranteeInterval(line.guaranteeDays));
  return new Date(Math.min(next.getTime(), line.guaranteeEndsAt.getTime()));
}
