import * as z from "zod/mini";

/** Papers of an order: the invoice of its payment, and the receipt that carries the delivery proof. */
export const PaperKind = z.enum(["invoice", "receipt"]);
