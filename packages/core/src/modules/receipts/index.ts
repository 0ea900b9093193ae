export type { ProofDownload } from "./export-proof-file.ts";
export type { DigestPlace, Erasure, PublishedRoot, Receipt, ReceiptCause, ReceiptKey } from "./receipt.ts";
export { receiptIssued, rootPublished } from "./receipt-events.ts";
export { receiptInvariants } from "./receipt-invariants.ts";
export { createReceipts, type Receipts, type ReceiptsOptions } from "./receipts.ts";
