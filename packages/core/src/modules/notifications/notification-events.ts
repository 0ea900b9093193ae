import { z } from "zod";
import { defineEvent } from "#infrastructure/events";

const MailOfOrder = z.object({ orderId: z.string(), sendId: z.string(), template: z.string() });

/**
 * The mail server will not take a mail about an order. `reply` is its three digits, null when the mail was not even
 * offered; its words stay with the mail, for they may hold an address.
 */
export const mailRefused = defineEvent("mail.refused", MailOfOrder.extend({ reply: z.nullable(z.int()) }));

/** A mail about an order that was refused before has been taken after all. */
export const mailTakenLate = defineEvent("mail.taken-late", MailOfOrder);
