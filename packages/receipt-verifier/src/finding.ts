/** What can be wrong with a proof file; each has words in every language of whoever shows it. */
export const findingCodes = [
  "file.not-text",
  "file.not-json",
  "file.wrong-shape",
  "file.not-canonical",
  "key.unknown",
  "receipt.signature-wrong",
  "receipt.digest-wrong",
  "receipt.field-changed",
  "receipt.outline-changed",
  "receipt.statement-mismatch",
  "chain.broken",
  "opening.wrong",
  "root.signature-wrong",
  "root.missing",
  "root.unused",
  "inclusion.wrong",
] as const;
export type FindingCode = (typeof findingCodes)[number];

/** One thing that is wrong. */
export interface Finding {
  readonly code: FindingCode;
  /** The receipt's place in the file, from 1. */
  readonly receipt?: number;
  /** JSON pointer (RFC 6901) within the receipt's document, or within the file for its shape. */
  readonly path?: string;
  /** A key's id, a date, or where the text differs. */
  readonly detail?: string;
}
