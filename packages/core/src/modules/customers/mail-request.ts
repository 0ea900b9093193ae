import { hours } from "#kernel/clock";

/** Mails that anybody can ask for by naming an address. */
export type MailRequestKind = "password-reset" | "order-access" | "verification" | "sign-up-repeated";

/** How many mails of a kind an address gets in a window; what is asked for beyond that is dropped in silence. */
export const mailRequestLimit = { count: 3, windowMs: hours(1) } as const;

/** A wish for access to the orders of an address. */
export interface AccessRequest {
  readonly requestId: string;
  readonly email: string;
}
