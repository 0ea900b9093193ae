import { z } from "zod";
import { defineEvent } from "#infrastructure/events";

const CustomerRef = z.object({ customerId: z.string() });

/** Somebody opened an account. Published once per account. */
export const customerSignedUp = defineEvent("customers.signed-up", CustomerRef);

/**
 * Somebody signed in, or claimed a guest while signed in. With a guest, everything that guest owned has to move to the
 * customer; the guest's secrets open nothing any more.
 */
export const customerSignedIn = defineEvent(
  "customers.signed-in",
  CustomerRef.extend({ guestOwnerId: z.nullable(z.string()) }),
);

/** The address still has to be confirmed: send the token of `issueVerification`. */
export const verificationRequested = defineEvent("customers.verification-requested", CustomerRef);

/** The person wants a new password: send the token of `issuePasswordReset`. */
export const passwordResetRequested = defineEvent("customers.password-reset-requested", CustomerRef);

/** Somebody tried to open a second account with a confirmed address: tell its owner, nobody else. */
export const signUpRepeated = defineEvent("customers.sign-up-repeated", CustomerRef);

/** The password was replaced and every session ended: tell the owner. */
export const passwordChanged = defineEvent("customers.password-changed", CustomerRef);

/** A member of staff set an authenticator app up, for the first time or anew. */
export const secondFactorSetUp = defineEvent("customers.second-factor-set-up", CustomerRef);

/** A member of staff got in with a recovery code instead of the app. */
export const recoveryCodeUsed = defineEvent("customers.recovery-code-used", CustomerRef);

/** A member of staff lost the app: it counts no more, and their sessions ended. */
export const secondFactorRemoved = defineEvent("customers.second-factor-removed", CustomerRef);

/** Somebody asked for the orders of an address: `findAccessRequest` knows which. */
export const accessRequested = defineEvent("customers.access-requested", z.object({ requestId: z.string() }));
