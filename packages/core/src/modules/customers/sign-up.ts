import type { Locale } from "@smplat/contracts/vocabulary";
import { isAPIError } from "better-auth/api";
import type { Auth } from "./auth/create-auth.ts";
import type { PasswordHash } from "./auth/password-hash.ts";
import { isWeakPassword } from "./auth/password-strength.ts";
import { normalizeEmail } from "./customer.ts";
import { emailInvalid, passwordWeak } from "./customer-errors.ts";

export interface SignUp {
  readonly email: string;
  readonly password: string;
  readonly name: string;
  readonly locale: Locale;
}

/**
 * Opens an unconfirmed account; its mail goes out by a job. With an address that has one already it does as much work
 * and returns as if nothing were different. Throws `auth.password-weak`, and `request.invalid` for an impossible address.
 */
export async function signUp(
  deps: { readonly auth: Auth; readonly passwords: PasswordHash },
  input: SignUp,
): Promise<void> {
  const email = normalizeEmail(input.email);
  if (isWeakPassword(input.password, email)) throw passwordWeak();
  const body = { email, password: input.password, name: input.name, locale: input.locale };
  try {
    await deps.passwords.prepared(input.password, () => deps.auth.api.signUpEmail({ body }));
  } catch (error) {
    if (!isAPIError(error)) throw error;
    // Two sign-ups with one address at the same time: the slower one meets the unique index.
    if (error.body?.code === "FAILED_TO_CREATE_USER") return;
    throw error.statusCode === 400 ? emailInvalid() : error;
  }
}
