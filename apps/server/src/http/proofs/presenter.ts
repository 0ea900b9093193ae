import type { ProofKeys, ProofPlace, ProofReceipts, ProofRoot } from "@smplat/contracts";
import type { DigestPlace, PublishedRoot, Receipt, ReceiptKey } from "@smplat/core";

export const presentKeys = (keys: readonly ReceiptKey[]): ProofKeys => ({
  keys: keys.map(({ keyId, publicKey, firstUsedAt, current }) => ({
    ...{ keyId, algorithm: "Ed25519", publicKey, current },
    firstUsedAt: firstUsedAt?.toISOString() ?? null,
  })),
});

export function presentRoot({ root, digest, signature, publishedAt }: PublishedRoot): ProofRoot {
  const { schema, shop, keyId, date, size, root: hash, previous } = root;
  return {
    root: { schema, shop, keyId, date, size, root: hash, previous },
    ...{ digest, signature, publishedAt: publishedAt.toISOString() },
  };
}

export const presentPlace = ({ digest, inclusion, root }: DigestPlace): ProofPlace => ({
  digest,
  inclusion: inclusion === null ? null : { ...inclusion, path: [...inclusion.path] },
  root: root === null ? null : presentRoot(root),
});

export const presentReceipts = (receipts: readonly Receipt[]): ProofReceipts => ({
  receipts: receipts.map(({ sequence, lineId, cause, digest, keyId, issuedAt, document, inclusion }) => ({
    ...{ sequence, lineId, cause, digest, keyId },
    productTitle: document.line.product,
    previous: document.order.previous,
    issuedAt: issuedAt.toISOString(),
    publishedOn: inclusion?.date ?? null,
  })),
});
