export { type Billing, type BillingDeps, createBilling, type ReceiptProof } from "./billing.ts";
export { creditNoteIssued, invoiceIssued, receiptIssued } from "./billing-events.ts";
export { channelText } from "./channel-text.ts";
export type {
  Buyer,
  PaperFormat,
  PaperKind,
  ReceiptContent,
  ReceiptLine,
  ReceiptProofLine,
  ReceiptReading,
  Seller,
} from "./paper.ts";
export { paperInvariants } from "./paper-invariants.ts";
export type { PaperListing } from "./paper-repository.ts";
export type { PaperDownload, PaperRequest } from "./read-paper.ts";
export { type ProofCard, receiptView } from "./rendering/receipt-view.ts";
