import { z } from "zod";
import { defineEvent } from "#infrastructure/events";

/** A proof of a line was signed and chained to those of its order. */
export const receiptIssued = defineEvent(
  "receipts.receipt-issued",
  z.object({ orderId: z.string(), lineId: z.string(), cause: z.string(), digest: z.string() }),
);

/** The personal values behind an order's proofs were deleted for good. */
export const personalValuesErased = defineEvent(
  "receipts.personal-values-erased",
  z.object({ orderId: z.string(), reason: z.string(), erased: z.int() }),
);

/** The tree of a day was published. */
export const rootPublished = defineEvent(
  "receipts.root-published",
  z.object({ date: z.string(), root: z.string(), size: z.int() }),
);
