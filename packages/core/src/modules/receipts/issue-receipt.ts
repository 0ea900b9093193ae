import { canonicalJson, digestOf, documentSchema, outlineOf, type Statement } from "@smplat/receipt-verifier";
import type { Tx } from "#infrastructure/database";
import { system } from "#kernel/actor";
import { after, days, hours, minutes } from "#kernel/clock";
import { newId } from "#kernel/id";
import type { OrderWithLines } from "#modules/orders";
import { composeDocument, substanceOf } from "./compose-document.ts";
import { dayOf, type ReceiptCause, type ReceiptOccasion } from "./receipt.ts";
import { receiptIssued } from "./receipt-events.ts";
import { issueReceiptJob, publishRootJob } from "./receipt-jobs.ts";
import { findErasure, findHead, findLatestOfLine, hasCause, insertReceipt } from "./receipt-repository.ts";
import type { ReceiptsDeps } from "./receipts-deps.ts";

/** How long after midnight a day's tree is published: whoever began before midnight has written by then. */
const settlingMs = minutes(5);

/**
 * Signs what is known of a line now and appends it to its order's chain. Does nothing when the line is not completed,
 * when it has a receipt of this cause, or when nothing changed since its last one.
 */
export async function issueReceipt(deps: ReceiptsDeps, tx: Tx, occasion: ReceiptOccasion): Promise<void> {
  // The lock makes the order's chain one after the other.
  const order = await deps.orders.findForUpdate(tx, occasion.orderId);
  if (order === null || order.number === null) return;
  const line = order.lines.find((candidate) => candidate.id === occasion.lineId);
  if (line === undefined || line.completedAt === null || (await hasCause(tx, occasion))) return;
  const latest = await findLatestOfLine(tx, line.id);
  // A first receipt is that of the completion; what happens before it is in it.
  if (latest === null && occasion.cause !== "completed") return;
  const proof = await deps.deliveryProof.getForOrder(tx, system("receipts.issue-receipt"), order.id, "en");
  const view = proof.lines.find((candidate) => candidate.lineId === line.id);
  if (view === undefined) return;
  const head = await findHead(tx, order.id);
  const issuedAt = deps.clock.now();
  const { document, openings } = await composeDocument({
    ...{ shop: deps.shop, keyId: deps.key.keyId, order: { ...order, number: order.number }, line, proof: view },
    ...{ cause: occasion.cause, sequence: (head?.sequence ?? 0) + 1, previous: head?.digest ?? null, issuedAt },
  });
  const substance = await digestOf(substanceOf(document));
  if (latest?.substance === substance) {
    if (view.measured && readingCauses.has(occasion.cause)) lookAgain(tx, occasion, issuedAt);
    return;
  }
  const statement: Statement = {
    schema: documentSchema,
    keyId: deps.key.keyId,
    digest: await digestOf(document),
    outline: await digestOf(await outlineOf(document)),
  };
  const { orderId, lineId, cause } = occasion;
  await insertReceipt(tx, deps.key, {
    ...{ id: newId("prc"), occasion, sequence: document.order.sequence, previous: document.order.previous },
    ...{ digest: statement.digest, substance, document: canonicalJson(document), signature: deps.key.sign(statement) },
    ...{ issuedAt, openings: (await findErasure(tx, order.id)) === null ? openings : [] },
  });
  tx.publish(receiptIssued, { orderId, lineId, cause, digest: statement.digest });
  const day = dayOf(issuedAt);
  const midnight = after(new Date(day), days(1));
  tx.enqueue(publishRootJob, {}, { key: `root of ${day}`, runAt: after(midnight, settlingMs) });
}

/** Causes that wait for a reading of the channel. */
const readingCauses: ReadonlySet<ReceiptCause> = new Set(["after-1d", "after-7d", "after-30d"]);

/** The reading is late, e.g. because the shop was down: one more look, an hour on. The key makes it no more than one. */
function lookAgain(tx: Tx, occasion: ReceiptOccasion, now: Date): void {
  const key = `${occasion.lineId} ${occasion.cause} again`;
  tx.enqueue(issueReceiptJob, occasion, { key, runAt: after(now, hours(1)) });
}

/** Issues what the lines of an order still lack, at once: for papers that carry the digests. */
export async function issueCompleted(
  deps: ReceiptsDeps,
  tx: Tx,
  order: Pick<OrderWithLines, "id" | "lines">,
): Promise<void> {
  for (const line of order.lines) {
    await issueReceipt(deps, tx, { orderId: order.id, lineId: line.id, cause: "completed", key: null });
  }
}
