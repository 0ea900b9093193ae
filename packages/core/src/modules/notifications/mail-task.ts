import { currencies } from "@smplat/contracts/vocabulary";
import { z } from "zod";

const OfOrder = { orderId: z.string() };
const OfClaim = { claimId: z.string() };
const OfCustomer = { customerId: z.string() };

export const orderNewsKinds = [
  "refill-requested",
  "refill-approved",
  "refill-declined",
  "refill-completed",
  "refill-failed",
  "line-late",
  "line-stalled",
  "dispute-opened",
] as const;
export type OrderNewsKind = (typeof orderNewsKinds)[number];

/** Which mail is to be written, about what. It names things by id: the words are found when the mail is written. */
export const MailTask = z.discriminatedUnion("template", [
  z.object({ template: z.literal("order-confirmed"), ...OfOrder }),
  z.object({ template: z.literal("order-delivered"), ...OfOrder }),
  z.object({ template: z.literal("order-canceled"), ...OfOrder }),
  z.object({
    template: z.literal("refunded"),
    ...OfOrder,
    amountMinor: z.int(),
    currency: z.enum(currencies),
    /** Null when the money paid for no order. */
    creditNote: z.nullable(z.string()).default(null),
  }),
  z.object({
    template: z.literal("order-news"),
    ...OfOrder,
    news: z.enum(orderNewsKinds),
    lineId: z.nullable(z.string()),
    /** Told to the reader as it is. */
    reason: z.nullable(z.string()),
    /** ISO instant of business time. */
    expectedAt: z.nullable(z.string()),
  }),
  z.object({ template: z.literal("order-access"), requestId: z.string() }),
  z.object({ template: z.literal("confirm-email"), ...OfCustomer }),
  z.object({ template: z.literal("reset-password"), ...OfCustomer }),
  z.object({ template: z.literal("password-changed"), ...OfCustomer }),
  z.object({ template: z.literal("sign-up-repeated"), ...OfCustomer }),
  z.object({ template: z.literal("channel-lost"), ...OfClaim }),
  z.object({ template: z.literal("channel-proof-expiring"), ...OfClaim }),
  z.object({ template: z.literal("channel-proof-lapsed"), ...OfClaim }),
]);
export type MailTask = z.infer<typeof MailTask>;
export type TemplateName = MailTask["template"];

/** A mail an event asked for, once per event and template. */
export interface MailSend {
  readonly id: string;
  readonly task: MailTask;
  /** `refused`: it was not taken, and is tried again only when staff says so. `skipped`: by the time it was written there was nothing to say. */
  readonly state: "queued" | "sent" | "skipped" | "refused";
}
