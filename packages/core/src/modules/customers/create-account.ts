import type { Locale } from "@smplat/contracts/vocabulary";
import { isUniqueViolation, type Scope } from "#infrastructure/database";
import type { Clock } from "#kernel/clock";
import type { PasswordHash } from "./auth/password-hash.ts";
import { normalizeEmail, type PersonRole } from "./customer.ts";
import { emailTaken } from "./customer-errors.ts";
import { customerSignedUp } from "./customer-events.ts";
import { insertPerson } from "./customer-repository.ts";

/** An account made by somebody who vouches for its address. */
export interface NewAccount {
  readonly email: string;
  readonly password: string;
  readonly name: string;
  readonly locale: Locale;
  readonly role: PersonRole;
}

/**
 * Opens a confirmed account with any role and returns its id. For commands and seeds: no door of the API leads here.
 * Throws `auth.email-taken`; an account that is there already is never promoted, for whoever opened it knows its
 * password.
 */
export async function createAccount(
  deps: { clock: Clock; passwords: PasswordHash },
  scope: Scope,
  account: NewAccount,
): Promise<string> {
  const { password, ...given } = account;
  const hash = await deps.passwords.hash(password);
  const person = { ...given, email: normalizeEmail(given.email), emailVerified: true };
  try {
    return await scope.transaction(async (tx) => {
      const customerId = await insertPerson(tx, person, hash, deps.clock.wall());
      tx.publish(customerSignedUp, { customerId });
      return customerId;
    });
  } catch (error) {
    if (isUniqueViolation(error, "auth_user_email_key")) throw emailTaken();
    throw error;
  }
}
