import { isAPIError } from "better-auth/api";
import type { Scope } from "#infrastructure/database";
import type { Actor } from "#kernel/actor";
import type { Clock } from "#kernel/clock";
import type { Auth } from "./auth/create-auth.ts";
import { normalizeEmail, type SignedInPerson } from "./customer.ts";
import { credentialsWrong, emailUnverified } from "./customer-errors.ts";
import { customerSignedIn } from "./customer-events.ts";
import { findPersonByEmail, findPersonById, forgetSignInAttempts } from "./customer-repository.ts";
import { markGuestMerged } from "./guest-repository.ts";
import { limitAttempts } from "./limit-attempts.ts";
import { requestVerification } from "./request-mail.ts";
import { begunBy } from "./second-factor/owed-factor.ts";
import { hashSecret } from "./secret-hash.ts";

export interface SignIn {
  readonly email: string;
  readonly password: string;
  /** The guest this browser was until now; becomes part of the account. */
  readonly guestOwnerId: string | null;
  readonly userAgent: string | null;
}

/** A session that begins: cookies for the answer, and who it belongs to. */
export interface BegunSession {
  readonly setCookies: readonly string[];
  readonly person: SignedInPerson;
  /** The guest that ended with it; null when there was none, or it stays a guest. */
  readonly mergedGuestId: string | null;
}

interface Deps {
  readonly auth: Auth;
  readonly scope: Scope;
  readonly clock: Clock;
  readonly secondFactorDemanded: boolean;
}

/**
 * Begins a session. Throws `auth.credentials-wrong` for a wrong password and for an unknown address alike,
 * `auth.email-unverified` (and sends another mail) only to who knows the password, and `request.rate-limited` when the
 * address was tried too often.
 */
export async function signIn(deps: Deps, input: SignIn): Promise<BegunSession> {
  const email = normalizeEmail(input.email);
  const emailHash = hashSecret(email);
  await limitAttempts(deps, emailHash);
  const setCookies = await authenticate(deps, email, input);
  const person = await findPersonByEmail(deps.scope, email);
  if (person === null) throw credentialsWrong();
  await forgetSignInAttempts(deps.scope, emailHash);
  const mergedGuestId = await announceSignIn(deps, person.customerId, input.guestOwnerId);
  return { setCookies, person: await begunBy(deps, person), mergedGuestId };
}

async function authenticate(deps: Deps, email: string, input: SignIn): Promise<readonly string[]> {
  try {
    const answer = await deps.auth.api.signInEmail({
      body: { email, password: input.password },
      headers: agentHeaders(input.userAgent),
      returnHeaders: true,
    });
    return answer.headers.getSetCookie();
  } catch (error) {
    if (!isAPIError(error)) throw error;
    if (error.body?.code !== "EMAIL_NOT_VERIFIED") throw credentialsWrong();
    const person = await findPersonByEmail(deps.scope, email);
    if (person !== null) await requestVerification(deps, deps.scope, person);
    throw emailUnverified();
  }
}

/** The library keeps the browser's name with the session; nothing else of the request reaches it. */
export const agentHeaders = (userAgent: string | null): Headers =>
  new Headers(userAgent === null ? {} : { "user-agent": userAgent.slice(0, 300) });

/** Ends the guest and tells every module that keeps rows of owners. Returns the guest that ended. */
export async function announceSignIn(
  deps: Pick<Deps, "scope" | "clock">,
  customerId: string,
  guestOwnerId: string | null,
): Promise<string | null> {
  return deps.scope.transaction(async (tx) => {
    const merged = guestOwnerId !== null && (await mayMerge(tx, customerId));
    const ended = merged && (await markGuestMerged(tx, guestOwnerId, customerId, deps.clock.wall()));
    const mergedGuestId = ended ? guestOwnerId : null;
    tx.publish(customerSignedIn, { customerId, guestOwnerId: mergedGuestId });
    return mergedGuestId;
  });
}

/** Staff buys nothing, so what a browser owned as a guest stays the guest's. */
const mayMerge = async (scope: Scope, customerId: string): Promise<boolean> =>
  (await findPersonById(scope, customerId))?.role === "customer";

/**
 * Moves a guest to the account of who is signed in already, as a sign-in would: for the link of an order that was
 * bought without the account. Returns the guest that ended; null when it had ended before.
 */
export async function claimGuest(
  deps: Pick<Deps, "scope" | "clock">,
  actor: Extract<Actor, { role: "customer" }>,
  guestOwnerId: string,
): Promise<string | null> {
  return announceSignIn(deps, actor.ownerId, guestOwnerId);
}
