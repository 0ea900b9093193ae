import type { Tx } from "#infrastructure/database";
import { newId } from "#kernel/id";
import { insertFollowUp } from "./attempt-repository.ts";
import type { FulfillmentDeps } from "./deps.ts";
import { followUpRaised } from "./fulfillment-events.ts";
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
