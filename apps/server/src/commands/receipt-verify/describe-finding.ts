import type { Finding, FindingCode } from "@smplat/receipt-verifier";

const words: Readonly<Record<FindingCode, string>> = {
  "file.not-text": "The file is not text in UTF-8",
  "file.not-json": "The file is not JSON",
  "file.wrong-shape": "The file is not a proof file: something is missing or added",
  "file.not-canonical": "The text is not the one that was issued: it was formatted anew or changed",
  "key.unknown": "It is signed with a key that is not among the published ones",
  "receipt.signature-wrong": "The signature does not fit: digest or signature was changed, or another key signed",
  "receipt.digest-wrong": "What the receipt says is not what was signed",
  "receipt.field-changed": "This was changed after it was signed",
  "receipt.outline-changed": "The outline was changed, so the field can't be named",
  "receipt.statement-mismatch": "The signed statement belongs to another key or format than the receipt names",
  "chain.broken": "The chain is broken: a receipt was left out, moved or belongs to another order",
  "opening.wrong": "The shown value is not the one that was sealed",
  "root.signature-wrong": "The signature of the day's published tree does not fit",
  "root.missing": "The published tree of the day is missing in the file",
  "root.unused": "The file holds a published tree none of its receipts is in",
  "inclusion.wrong": "The receipt is not at the place it claims in the published tree",
};

/** One finding as one line of text, in English. */
export function describeFinding({ code, receipt, path, detail }: Finding): string {
  const where = receipt === undefined ? "" : `receipt ${receipt}: `;
  const facts = [path, detail].filter((fact) => fact !== undefined && fact !== "");
  return `${where}${words[code]}${facts.length === 0 ? "" : `: ${facts.join(", ")}`} [${code}]`;
}
