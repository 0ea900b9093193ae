import { digestOf } from "./digest.ts";
import type { Finding } from "./finding.ts";
import { verifyInclusion } from "./merkle.ts";
import { outlineDifference, outlineOf } from "./outline.ts";
import { readProofFile } from "./read-proof-file.ts";
import type { ProofFile, PublishedKey, SignedReceipt, SignedRoot } from "./receipt-format.ts";
import { opens } from "./seal.ts";
import { verifySignature } from "./verify-signature.ts";

/** What can be said about a file: everything that is wrong with it, or that nothing is. */
export interface Verification {
  readonly verified: boolean;
  readonly findings: readonly Finding[];
  /** The file as it stands, to show what it says; null when it can't be read. Trust it only when `verified`. */
  readonly file: ProofFile | null;
}

type Keys = readonly PublishedKey[];

const outcome = (file: ProofFile | null, findings: readonly Finding[]): Verification => ({
  verified: file !== null && findings.length === 0,
  findings,
  file,
});

/**
 * Checks the bytes of a proof file against the keys the shop published: form, signatures, digests, the chain from the
 * first receipt on, the sealed values, and the place in the published trees. Works without a network. Everything that is
 * wrong is named, down to the field where that can be told.
 */
export async function verifyProofFile(bytes: Uint8Array, keys: Keys): Promise<Verification> {
  let source: string;
  try {
    source = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return outcome(null, [{ code: "file.not-text" }]);
  }
  const { file, findings } = readProofFile(source);
  // Without one text a value has no digest: there is nothing further to compare.
  if (file === null || !source.isWellFormed()) return outcome(file, findings);
  try {
    const found = [...findings, ...(await rootFindings(file, keys))];
    for (const [index, receipt] of file.receipts.entries()) {
      const wrong = await receiptFindings(file, receipt, index, keys);
      found.push(...wrong.map((finding) => ({ ...finding, receipt: index + 1 })));
    }
    return outcome(file, found);
  } catch (error) {
    // Only what has no canonical text throws, e.g. an escaped lone surrogate; it was named already.
    if (!(error instanceof TypeError)) throw error;
    return outcome(file, findings.length > 0 ? findings : [{ code: "file.not-canonical", detail: error.message }]);
  }
}

const keyOf = (keys: Keys, keyId: string) => keys.find((key) => key.keyId === keyId);

async function rootFindings({ receipts, roots }: ProofFile, keys: Keys): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { root, signature } of roots) {
    const key = keyOf(keys, root.keyId);
    if (key === undefined) findings.push({ code: "key.unknown", detail: root.keyId });
    else if (!(await verifySignature(key, root, signature))) {
      findings.push({ code: "root.signature-wrong", detail: root.date });
    }
    const used = receipts.some(({ inclusion }) => inclusion?.date === root.date);
    if (!used) findings.push({ code: "root.unused", detail: root.date });
  }
  return findings;
}

async function receiptFindings(file: ProofFile, receipt: SignedReceipt, index: number, keys: Keys): Promise<Finding[]> {
  return [
    ...(await signatureFindings(receipt, keys)),
    ...(await contentFindings(receipt)),
    ...chainFindings(file.receipts, index),
    ...(await openingFindings(receipt)),
    ...(await inclusionFindings(receipt, file.roots)),
  ];
}

async function signatureFindings({ statement, signature, document }: SignedReceipt, keys: Keys): Promise<Finding[]> {
  const key = keyOf(keys, statement.keyId);
  if (key === undefined) return [{ code: "key.unknown", detail: statement.keyId }];
  if (!(await verifySignature(key, statement, signature))) return [{ code: "receipt.signature-wrong" }];
  const same = document.keyId === statement.keyId && document.schema === statement.schema;
  return same ? [] : [{ code: "receipt.statement-mismatch" }];
}

/** Compares the document with its signed digest, and with the signed outline to name what differs. */
async function contentFindings({ document, statement, outline }: SignedReceipt): Promise<Finding[]> {
  const outlineIntact = (await digestOf(outline)) === statement.outline;
  const findings: Finding[] = outlineIntact ? [] : [{ code: "receipt.outline-changed" }];
  const changed = outlineDifference(outline, await outlineOf(document));
  if ((await digestOf(document)) === statement.digest && changed.length === 0) return findings;
  if (!outlineIntact || changed.length === 0) return [...findings, { code: "receipt.digest-wrong" }];
  return [...findings, ...changed.map((path): Finding => ({ code: "receipt.field-changed", path }))];
}

/** A receipt names its place in its order and the digest of the one before it; the first names none. */
function chainFindings(receipts: readonly SignedReceipt[], index: number): Finding[] {
  const before = receipts[index - 1];
  const order = receipts[index]?.document.order;
  const intact =
    order?.number === receipts[0]?.document.order?.number &&
    order?.sequence === index + 1 &&
    order.previous === (before?.statement.digest ?? null);
  return intact ? [] : [{ code: "chain.broken" }];
}

async function openingFindings({ document, openings }: SignedReceipt): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const opening of openings) {
    if (!(await opens(document, opening))) findings.push({ code: "opening.wrong", path: opening.path });
  }
  return findings;
}

async function inclusionFindings(
  { statement, inclusion }: SignedReceipt,
  roots: readonly SignedRoot[],
): Promise<Finding[]> {
  if (inclusion === null) return [];
  const { date, index, path } = inclusion;
  const published = roots.find(({ root }) => root.date === date);
  if (published === undefined) return [{ code: "root.missing", detail: date }];
  const { size, root } = published.root;
  const included = await verifyInclusion({ leaf: statement.digest, index, size, path, root });
  return included ? [] : [{ code: "inclusion.wrong", detail: date }];
}
