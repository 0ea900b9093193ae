import type { JSONColumnType } from "kysely";

export interface ReceiptTables {
  proofKeys: ProofKeyRow;
  proofReceipts: ProofReceiptRow;
  proofReceiptOpenings: ProofReceiptOpeningRow;
  proofRoots: ProofRootRow;
}

export interface ProofKeyRow {
  keyId: string;
  publicKey: string;
  firstUsedAt: Date;
}

export interface ProofReceiptRow {
  id: string;
  orderId: string;
  sequence: number;
  lineId: string;
  /** With the occasion's key after a colon where there is one. */
  cause: string;
  digest: string;
  previous: string | null;
  substance: string;
  document: string;
  keyId: string;
  signature: string;
  issuedAt: Date;
  rootDate: string | null;
  rootIndex: number | null;
  rootPath: JSONColumnType<string[]> | null;
}

export interface ProofReceiptOpeningRow {
  receiptId: string;
  path: string;
  salt: string;
  value: string;
}

export interface ProofRootRow {
  rootDate: string;
  digest: string;
  document: string;
  signature: string;
  publishedAt: Date;
}
