import type { Scope, Tx } from "#infrastructure/database";
import { type Actor, recordActor } from "#kernel/actor";
import type { Erasure } from "./receipt.ts";
import { erasureForbidden, noReceipts } from "./receipt-errors.ts";
import { personalValuesErased } from "./receipt-events.ts";
import { deleteOpenings, findErasure, findHead, insertErasure } from "./receipt-repository.ts";
import type { ReceiptsDeps } from "./receipts-deps.ts";

/**
 * Deletes the personal values behind the seals of an order's proofs for good, and has later proofs of it keep none.
 * Digests, signatures, chain and trees stand, so everything still verifies. Done once: again, it tells of the first
 * time. Throws `auth.forbidden`, `order.not-found`, `proof.not-found` while nothing was signed.
 */
export async function eraseValues(
  deps: Pick<ReceiptsDeps, "clock" | "orders">,
  tx: Tx,
  actor: Actor,
  input: { readonly orderId: string; readonly reason: string },
): Promise<Erasure> {
  if (actor.role !== "admin") throw erasureForbidden();
  const { id: orderId } = await deps.orders.get(tx, actor, input.orderId);
  // The lock under which receipts are issued: none can slip its values in between.
  await deps.orders.findForUpdate(tx, orderId);
  const before = await findErasure(tx, orderId);
  if (before !== null) return before;
  if ((await findHead(tx, orderId)) === null) throw noReceipts(orderId);
  const erased = await deleteOpenings(tx, orderId);
  const { reason } = input;
  const erasure: Erasure = { orderId, at: deps.clock.wall(), actor: recordActor(actor), reason, erased };
  await insertErasure(tx, erasure);
  tx.publish(personalValuesErased, { orderId, reason, erased });
  return erasure;
}

/** Null while the values are there, or there never were any. Throws `order.not-found`. */
export async function getErasure(
  deps: Pick<ReceiptsDeps, "orders">,
  scope: Scope,
  actor: Actor,
  orderId: string,
): Promise<Erasure | null> {
  const order = await deps.orders.get(scope, actor, orderId);
  return findErasure(scope, order.id);
}
