import {
  canonicalJson,
  digestOf,
  documentSchema,
  fileSchema,
  outlineOf,
  type ProofFile,
  type SignedReceipt,
} from "@smplat/receipt-verifier";
import type { Scope } from "#infrastructure/database";
import type { Actor } from "#kernel/actor";
import type { Receipt } from "./receipt.ts";
import { noReceipts } from "./receipt-errors.ts";
import { findRoots, listOpenings, listReceipts } from "./receipt-repository.ts";
import type { ReceiptsDeps } from "./receipts-deps.ts";

/** A file anybody can check who has the shop's public keys. */
export interface ProofDownload {
  /** Canonical JSON of a `ProofFile`. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly fileName: string;
}

/**
 * Every receipt of an order with its place in the published trees, for whoever may see the order, in four statements.
 * Throws `order.not-found`, and `proof.not-found` while nothing was signed.
 */
export async function exportProofFile(
  deps: Pick<ReceiptsDeps, "orders">,
  scope: Scope,
  actor: Actor,
  orderId: string,
): Promise<ProofDownload> {
  const order = await deps.orders.get(scope, actor, orderId);
  const receipts = await listReceipts(scope, order.id);
  if (receipts.length === 0) throw noReceipts(orderId);
  const openings = await listOpenings(
    scope,
    receipts.map((receipt) => receipt.id),
  );
  const dates = receipts.map((receipt) => receipt.inclusion?.date ?? null).filter((date) => date !== null);
  const roots = await findRoots(scope, [...new Set(dates)]);
  const file: ProofFile = {
    schema: fileSchema,
    receipts: await Promise.all(receipts.map((receipt) => signedReceipt(receipt, openings.get(receipt.id) ?? []))),
    roots: roots.map(({ root, signature }) => ({ root, signature })),
  };
  return {
    bytes: new TextEncoder().encode(canonicalJson(file)),
    fileName: `proof-${receipts[0]?.document.order.number ?? orderId}.json`,
  };
}

/** The outline is not stored: it follows from the document, and the signature tells whether it is the signed one. */
async function signedReceipt(receipt: Receipt, openings: SignedReceipt["openings"]): Promise<SignedReceipt> {
  const { document, keyId, digest, signature, inclusion } = receipt;
  const outline = await outlineOf(document);
  const statement = { schema: documentSchema, keyId, digest, outline: await digestOf(outline) } as const;
  return { document, statement, signature, outline, openings, inclusion };
}
