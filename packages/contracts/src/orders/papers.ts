import * as z from "zod/mini";

/** Papers of an order: the invoice of its payment, the receipt that carries the delivery proof, a credit note per refund. */
export const PaperKind = z.enum(["invoice", "receipt", "credit_note"]);
