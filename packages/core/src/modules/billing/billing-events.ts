import { z } from "zod";
import { defineEvent } from "#infrastructure/events";

const PaperRef = z.object({ paperId: z.string(), orderId: z.string() });

/** An order's payment has its invoice. Once per order; the files follow. */
export const invoiceIssued = defineEvent("billing.invoice-issued", PaperRef.extend({ number: z.string() }));

/** What was delivered, and its proof, is on paper. Once per order; the files follow. */
export const receiptIssued = defineEvent("billing.receipt-issued", PaperRef);
