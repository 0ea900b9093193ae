import type { JSONColumnType } from "kysely";
import type { ActorRecord } from "#kernel/actor";

export interface ReceiptTables {
  proofKeys: ProofKeyRow;
  proofReceipts: ProofReceiptRow;
  proofReceiptOpenings: ProofReceiptOpeningRow;
  proofRoots: ProofRootRow;
  proofErasures: ProofErasureRow;
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

export interface ProofErasureRow {
  orderId: string;
  at: Date;
  actor: JSONColumnType<ActorRecord>;
  reason: string;
  erased: number;
}

export interface ProofRootRow {
  rootDate: string;
  digest: string;
  document: string;
  signature: string;
  publishedAt: Date;
}
