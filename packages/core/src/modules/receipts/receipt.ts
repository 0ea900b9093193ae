import type { ProofDocument, SignedReceipt, SignedRoot } from "@smplat/receipt-verifier";
import type { ActorRecord } from "#kernel/actor";

/** Why a receipt is issued, as its document says it. */
export const receiptCauses = [
  "completed",
  "after-1d",
  "after-7d",
  "after-30d",
  "evidence",
  "refill",
  "refund",
] as const;
export type ReceiptCause = (typeof receiptCauses)[number];

/** What made a receipt necessary. `key` tells apart causes a line can have several times, e.g. a refund's id. */
export interface ReceiptOccasion {
  readonly orderId: string;
  readonly lineId: string;
  readonly cause: ReceiptCause;
  readonly key: string | null;
}

/** A signed proof of one line. Only its place in a day's tree is ever added. */
export interface Receipt {
  readonly id: string;
  readonly orderId: string;
  readonly sequence: number;
  readonly lineId: string;
  readonly cause: ReceiptCause;
  /** Of the document's canonical JSON, in hex. */
  readonly digest: string;
  readonly document: ProofDocument;
  readonly keyId: string;
  readonly signature: string;
  /** Business time. */
  readonly issuedAt: Date;
  readonly inclusion: SignedReceipt["inclusion"];
}

/** A day's tree as it was published. */
export interface PublishedRoot extends SignedRoot {
  readonly digest: string;
  /** Business time. */
  readonly publishedAt: Date;
}

/** A public key of the shop, with the time it was first used. */
export interface ReceiptKey {
  readonly keyId: string;
  /** 32 bytes in hex. */
  readonly publicKey: string;
  /** Business time; null when nothing was signed with it yet. */
  readonly firstUsedAt: Date | null;
  /** Whether new receipts are signed with it. */
  readonly current: boolean;
}

/** What anybody may know of a digest: that it is a receipt of ours, and its place in the published tree. */
export interface DigestPlace {
  readonly digest: string;
  readonly inclusion: SignedReceipt["inclusion"];
  readonly root: PublishedRoot | null;
}

/** The calendar day of business time a moment falls on, in UTC: `2026-11-22`. */
export const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

/** That the personal values behind the seals of an order's proofs were deleted. */
export interface Erasure {
  readonly orderId: string;
  readonly at: Date;
  readonly actor: ActorRecord;
  readonly reason: string;
  /** Values that were deleted. */
  readonly erased: number;
}
