import { createEmailVerificationToken, isAPIError } from "better-auth/api";
import { z } from "zod";
import type { Scope } from "#infrastructure/database";
import { type Clock, days, minutes } from "#kernel/clock";
import { newSecret } from "#kernel/id";
import { type Auth, verificationSeconds } from "./auth/create-auth.ts";
import { isWeakPassword } from "./auth/password-strength.ts";
import type { CustomerContact, Person } from "./customer.ts";
import { passwordWeak, tokenExpired } from "./customer-errors.ts";
import { passwordChanged } from "./customer-events.ts";
import { findPersonById, markEmailVerified } from "./customer-repository.ts";
import { begunBy } from "./second-factor/owed-factor.ts";
import { agentHeaders, announceSignIn, type BegunSession } from "./sign-in.ts";

interface Deps {
  readonly auth: Auth;
  readonly scope: Scope;
  readonly clock: Clock;
  readonly secret: string;
  readonly secondFactorDemanded: boolean;
}

/**
 * A token for a mail, made when the mail is written, so that none lies in an event or a queue: reaching the mailbox
 * is the proof.
 */
export interface AddressProof extends CustomerContact {
  readonly token: string;
  readonly lifetimeMs: number;
}

export const resetLifetimeMs = minutes(60);
const resetTokenShape = /^[\w-]{43}$/;

/** What the confirmation mail of an account needs; null when it is confirmed or gone. */
export async function issueVerification(deps: Deps, customerId: string): Promise<AddressProof | null> {
  const person = await findPersonById(deps.scope, customerId);
  if (person === null || person.emailVerified) return null;
  const bound = { userId: person.customerId };
  const token = await createEmailVerificationToken(deps.secret, person.email, undefined, verificationSeconds, bound);
  return { ...contactOf(person), token, lifetimeMs: days(1) };
}

/** What the mail for a new password needs; null when the account is gone. Earlier tokens stay good until they expire. */
export async function issuePasswordReset(deps: Deps, customerId: string): Promise<AddressProof | null> {
  const person = await findPersonById(deps.scope, customerId);
  if (person === null) return null;
  const token = newSecret();
  const { internalAdapter } = await deps.auth.$context;
  await internalAdapter.createVerificationValue({
    identifier: `reset-password:${token}`,
    value: customerId,
    expiresAt: new Date(Date.now() + resetLifetimeMs),
  });
  return { ...contactOf(person), token, lifetimeMs: resetLifetimeMs };
}

const contactOf = ({ email, name, locale }: Person): CustomerContact => ({ email, name, locale });

/**
 * Confirms an address and begins a session, the first time; later with the same token it only confirms again and
 * returns null. Throws `auth.token-expired` for old and forged tokens.
 */
export async function verifyEmail(
  deps: Deps,
  input: { readonly token: string; readonly guestOwnerId: string | null; readonly userAgent: string | null },
): Promise<BegunSession | null> {
  const setCookies = await confirm(deps.auth, input.token, input.userAgent);
  const person = setCookies.length === 0 ? null : await findPersonById(deps.scope, customerOf(input.token));
  if (person === null) return null;
  const mergedGuestId = await announceSignIn(deps, person.customerId, input.guestOwnerId);
  return { setCookies, person: await begunBy(deps, person), mergedGuestId };
}

async function confirm(auth: Auth, token: string, userAgent: string | null): Promise<readonly string[]> {
  try {
    const headers = agentHeaders(userAgent);
    const answer = await auth.api.verifyEmail({ query: { token }, headers, returnHeaders: true });
    return answer.headers.getSetCookie();
  } catch (error) {
    throw isAPIError(error) ? tokenExpired() : error;
  }
}

const Payload = z.object({ userId: z.string() });

/** Reads a token whose signature was just checked. */
function customerOf(token: string): string {
  const payload = Buffer.from(token.split(".")[1] ?? "", "base64url").toString();
  return Payload.parse(JSON.parse(payload)).userId;
}

/**
 * Sets a new password and ends every session, in one transaction. Throws `auth.password-weak`, and
 * `auth.token-expired` for unknown, used and old tokens.
 */
export async function resetPassword(auth: Auth, input: { token: string; password: string }): Promise<void> {
  if (isWeakPassword(input.password, "")) throw passwordWeak();
  if (!resetTokenShape.test(input.token)) throw tokenExpired();
  try {
    await auth.api.resetPassword({ body: { token: input.token, newPassword: input.password } });
  } catch (error) {
    throw isAPIError(error) ? tokenExpired() : error;
  }
}

/** After a reset: whoever holds the mail's token holds the mailbox, and its owner is told. */
export async function notePasswordReset(deps: Pick<Deps, "clock">, scope: Scope, customerId: string): Promise<void> {
  await scope.transaction(async (tx) => {
    await markEmailVerified(tx, customerId, deps.clock.wall());
    tx.publish(passwordChanged, { customerId });
  });
}
