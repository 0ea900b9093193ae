import { canonicalJson, digestOf, merkleTree, type RootDocument, rootSchema } from "@smplat/receipt-verifier";
import type { Tx } from "#infrastructure/database";
import { after, days } from "#kernel/clock";
import { dayOf } from "./receipt.ts";
import { rootPublished } from "./receipt-events.ts";
import { findLatestRoot, insertRoot, lockUnpublished, placeInTree } from "./receipt-repository.ts";
import type { ReceiptsDeps } from "./receipts-deps.ts";

/**
 * Publishes the tree of the last day that is over: every receipt issued until its end that no tree holds yet. Days
 * without receipts have none, and a day that has one keeps it: whatever was written late is in the next.
 */
export async function publishRoot(deps: ReceiptsDeps, tx: Tx): Promise<void> {
  const now = deps.clock.now();
  const today = new Date(dayOf(now));
  const date = dayOf(after(today, -days(1)));
  const latest = await findLatestRoot(tx);
  if (latest !== null && latest.root.date >= date) return;
  const leaves = (await lockUnpublished(tx, today)).sort();
  if (leaves.length === 0) return;
  const tree = await merkleTree(leaves);
  const root: RootDocument = {
    ...{ schema: rootSchema, shop: deps.shop.url, keyId: deps.key.keyId, date },
    ...{ size: leaves.length, root: tree.root, previous: latest?.digest ?? null },
  };
  const digest = await digestOf(root);
  const published = { date, digest, document: canonicalJson(root), signature: deps.key.sign(root), publishedAt: now };
  if (!(await insertRoot(tx, published))) return;
  const places = leaves.map((leaf, index) => ({ digest: leaf, index, path: tree.paths[index] ?? [] }));
  await placeInTree(tx, date, places);
  tx.publish(rootPublished, { date, root: tree.root, size: leaves.length });
}
