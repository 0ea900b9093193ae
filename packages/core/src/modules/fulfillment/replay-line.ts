import type { Tx } from "#infrastructure/database";
import { type Actor, actorId } from "#kernel/actor";
import { findAttempts } from "./attempt-repository.ts";
import type { FulfillmentDeps } from "./deps.ts";
import { lineNotFound } from "./fulfillment-errors.ts";
import { lineCommanded } from "./fulfillment-events.ts";
import type { FulfillmentLine } from "./line.ts";
import { holdLine, moveLine } from "./move-line.ts";
import { resumeFromStall } from "./stalled-line.ts";

export interface Replay {
  /** Wall time before which it is not sent; at once when absent or past. */
  readonly at?: Date;
  /** To any supplier but the one that had it last; otherwise every supplier may be asked again. */
  readonly elsewhere?: boolean;
  readonly reason?: string;
}

/**
 * Sends a failed line again, under a new reference, now or later. An order that waited for this is resumed. Throws
 * `order.not-found`, `fulfillment.line-refused`.
 */
export async function replayLine(
  deps: FulfillmentDeps,
  tx: Tx,
  actor: Actor,
  lineId: string,
  replay: Replay = {},
): Promise<FulfillmentLine> {
  const held = await holdLine(deps, tx, lineId);
  if (held === null) throw lineNotFound(lineId);
  const last = replay.elsewhere === true ? (await findAttempts(tx, lineId)).at(-1) : undefined;
  const excludedProviders = last === undefined ? [] : [...new Set([...held.line.excludedProviders, last.providerId])];
  const at = replay.at !== undefined && replay.at > deps.clock.wall() ? replay.at : null;
  const line = await moveLine(deps, tx, held.line, {
    command: "retry",
    changes: { excludedProviders, submitNotBefore: at },
    ...(at === null ? {} : { submitAt: at }),
  });
  await resumeFromStall(deps, tx, actor, held.order.id);
  tx.publish(lineCommanded, {
    orderId: line.orderId,
    lineId,
    command: replay.elsewhere === true ? "reroute" : "replay",
    reason: replay.reason ?? null,
    at,
    by: actorId(actor),
  });
  return line;
}
