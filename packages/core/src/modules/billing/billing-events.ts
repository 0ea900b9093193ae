import { currencies } from "@smplat/contracts/vocabulary";
import { z } from "zod";
import { defineEvent } from "#infrastructure/events";

const PaperRef = z.object({ paperId: z.string(), orderId: z.string() });

/** An order's payment has its invoice. Once per order; the files follow. */
export const invoiceIssued = defineEvent("billing.invoice-issued", PaperRef.extend({ number: z.string() }));

/** A part of an invoice is given back on paper. Once per refund; the files follow. */
export const creditNoteIssued = defineEvent(
  "billing.credit-note-issued",
  PaperRef.extend({
    number: z.string(),
    refundId: z.string(),
    amountMinor: z.int(),
    currency: z.enum(currencies),
  }),
);

/** What was delivered, and its proof, is on paper. Once per order; the files follow. */
export const receiptIssued = defineEvent("billing.receipt-issued", PaperRef);
