import type { Locale } from "@smplat/contracts/vocabulary";
import type { Scope, Tx } from "#infrastructure/database";
import { type Subscription, subscribe } from "#infrastructure/events";
import { handleExternal, handleLocal, type JobHandler } from "#infrastructure/jobs";
import type { Storage } from "#infrastructure/storage";
import type { Actor } from "#kernel/actor";
import type { Clock } from "#kernel/clock";
import { type Orders, orderDelivered } from "#modules/orders";
import { paymentSucceeded, refundSucceeded } from "#modules/payments";
import type { Tax } from "#modules/tax";
import { issueReceiptJob, storePaperJob } from "./billing-jobs.ts";
import { issueCreditNote } from "./issue-credit-note.ts";
import { issueInvoice } from "./issue-invoice.ts";
import { issueReceipt, scheduleReceipt } from "./issue-receipt.ts";
import type { ReceiptContent, ReceiptProofLine, Seller } from "./paper.ts";
import { findPaperOfOrder, listPaperRows, type PaperListing } from "./paper-repository.ts";
import { type PaperDownload, type PaperRequest, readPaper } from "./read-paper.ts";
import { storePaper } from "./store-paper.ts";

/** Where the receipt gets its proof from: a module above this one, handed in by the composition root. */
export type ReceiptProof = (
  tx: Tx,
  orderId: string,
  locale: Locale,
) => Promise<{ readonly lines: readonly ReceiptProofLine[]; readonly verifyUrl: string }>;

export interface BillingDeps {
  readonly clock: Clock;
  readonly orders: Orders;
  readonly tax: Pick<Tax, "assess">;
  readonly storage: Storage;
  readonly seller: Seller;
  readonly proof: ReceiptProof;
}

/** Papers of paid orders: the invoice with the payment, the receipt with the delivery, a credit note with each refund. */
export interface Billing {
  /** Papers of an order that can be downloaded. Whoever asks has checked that the order may be seen. */
  listPapers(scope: Scope, orderId: string): Promise<PaperListing[]>;
  /** One file. Throws `order.not-found`, `paper.not-found`, `request.unavailable`. */
  readPaper(scope: Scope, actor: Actor, request: PaperRequest): Promise<PaperDownload>;
  /** What the receipt of an order says; null until it is issued. For modules above, no policy. */
  findReceipt(scope: Scope, orderId: string): Promise<ReceiptContent | null>;
  readonly jobs: readonly JobHandler[];
  readonly subscriptions: readonly Subscription[];
}

export function createBilling(deps: BillingDeps): Billing {
  return {
    listPapers: listPaperRows,
    readPaper: (scope, actor, request) => readPaper(deps, scope, actor, request),
    findReceipt: async (scope, orderId) => {
      const content = (await findPaperOfOrder(scope, orderId, "receipt"))?.content;
      return content?.kind === "receipt" ? content : null;
    },
    jobs: [
      handleLocal(issueReceiptJob, (tx, payload) => issueReceipt(deps, tx, payload.orderId)),
      handleExternal(storePaperJob, (run, payload) => storePaper(deps, run, payload.paperId)),
    ],
    subscriptions: [
      subscribe(paymentSucceeded, "billing.issue-invoice", (tx, { payload }) => issueInvoice(deps, tx, payload)),
      subscribe(refundSucceeded, "billing.issue-credit-note", (tx, { payload }) => issueCreditNote(deps, tx, payload)),
      subscribe(orderDelivered, "billing.schedule-receipt", async (tx, { payload, recordedAt }) =>
        scheduleReceipt(tx, payload.orderId, recordedAt),
      ),
    ],
  };
}
