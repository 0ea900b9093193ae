import type { Tx } from "#infrastructure/database";
import { newId } from "#kernel/id";
import { findLiveAttempt, insertFollowUp } from "./attempt-repository.ts";
import type { FulfillmentDeps } from "./deps.ts";
import { followUpRaised } from "./fulfillment-events.ts";
import { findLineRow } from "./line-repository.ts";
import type { FollowUpKind } from "./views.ts";

/** Asks for a person's look, once per open trouble of a kind. */
export async function raiseFollowUp(
  deps: FulfillmentDeps,
  tx: Tx,
  about: { readonly orderId: string; readonly lineId: string; readonly attemptId: string | null },
  kind: FollowUpKind,
  detail: string,
): Promise<void> {
  const fresh = await insertFollowUp(tx, {
    ...about,
    id: newId("flw"),
    kind,
    detail,
    createdAt: deps.clock.now(),
    resolvedAt: null,
  });
  if (fresh) tx.publish(followUpRaised, { ...about, kind, detail });
}

/** {@link raiseFollowUp} about a line, for modules above. */
export async function flagLine(
  deps: FulfillmentDeps,
  tx: Tx,
  lineId: string,
  kind: FollowUpKind,
  detail: string,
): Promise<void> {
  const line = await findLineRow(tx, lineId, { lock: false });
  if (line === null) return;
  const attempt = await findLiveAttempt(tx, lineId);
  await raiseFollowUp(deps, tx, { orderId: line.orderId, lineId, attemptId: attempt?.id ?? null }, kind, detail);
}
