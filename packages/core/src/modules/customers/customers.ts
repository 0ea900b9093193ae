import type { Database, Scope, Tx } from "#infrastructure/database";
import { handleLocal, type JobHandler } from "#infrastructure/jobs";
import type { Logger } from "#infrastructure/logger";
import type { SecretBox } from "#infrastructure/secrets";
import type { Actor } from "#kernel/actor";
import type { Clock } from "#kernel/clock";
import { findMailRequest } from "./access-repository.ts";
import { announceMissedSignUps, announceSignUp } from "./announce-sign-up.ts";
import { createAuth } from "./auth/create-auth.ts";
import { createPasswordHash } from "./auth/password-hash.ts";
import { resolveSession } from "./auth/resolve-session.ts";
import { sessionCookieName } from "./auth/session-cookie.ts";
import { staffSession } from "./auth/staff-session.ts";
import { createAccount, type NewAccount } from "./create-account.ts";
import {
  type CustomerContact,
  type CustomerProfile,
  normalizeEmail,
  type Person,
  type ProfileChanges,
  type SignedInPerson,
} from "./customer.ts";
import { announceSignUpsJob, findResetOwnerJob, purgeExpiredJob } from "./customer-jobs.ts";
import { findPersonByEmail, findPersonById, listNames } from "./customer-repository.ts";
import {
  createAccessLink,
  createGuest,
  type NewAccessLink,
  type NewGuest,
  type RedeemedAccess,
  redeemAccessLink,
  resolveGuest,
} from "./guest-access.ts";
import type { AccessRequest } from "./mail-request.ts";
import { getProfile, updateProfile } from "./own-profile.ts";
import {
  type AddressProof,
  issuePasswordReset,
  issueVerification,
  notePasswordReset,
  resetPassword,
  verifyEmail,
} from "./proof-of-address.ts";
import { purgeExpired } from "./purge-expired.ts";
import { findResetOwner, noteRepeatedSignUp, requestAccess, requestPasswordReset } from "./request-mail.ts";
import {
  confirmSecondFactor,
  type OfferedFactor,
  offerSecondFactor,
  passSecondFactor,
  removeSecondFactor,
} from "./second-factor/second-factor.ts";
import { type BegunSession, claimGuest, type SignIn, signIn } from "./sign-in.ts";
import { signOut } from "./sign-out.ts";
import { type SignUp, signUp } from "./sign-up.ts";

/** People: accounts and their sessions, guests and their secrets, profiles, links out of e-mails. */
export interface Customers {
  /** A new guest. One statement. */
  createGuest(scope: Scope): Promise<NewGuest>;
  /** The guest a secret opens; null once it expired or the guest signed in. One statement. */
  resolveGuest(scope: Scope, secret: string): Promise<string | null>;
  /** Whether a Cookie header names a session at all: without one no query is worth making. */
  mayHoldSession(cookies: string): boolean;
  /** Who the session of these headers belongs to. One statement; a second at most once per touch interval. */
  resolveSession(headers: Headers): Promise<SignedInPerson | null>;
  /** See {@link offerSecondFactor}. Of these, each throws `auth.required` without a session, `auth.forbidden` to customers. */
  offerSecondFactor(cookies: string): Promise<OfferedFactor>;
  /** See {@link confirmSecondFactor}. */
  confirmSecondFactor(cookies: string, code: string): Promise<readonly string[]>;
  /** See {@link passSecondFactor}. Returns who has passed. */
  passSecondFactor(cookies: string, code: string): Promise<Person>;
  /** See {@link removeSecondFactor}. For commands. */
  removeSecondFactor(tx: Tx, email: string): Promise<boolean>;
  /** See {@link signUp}. */
  signUp(input: SignUp): Promise<void>;
  /** See {@link signIn}. A guest's rows follow by the subscribers of `customers.signed-in`. */
  signIn(input: SignIn): Promise<BegunSession>;
  /** Moves a guest's rows to a customer who is signed in; publishes `customers.signed-in` with the guest. */
  claimGuest(actor: Extract<Actor, { role: "customer" }>, guestOwnerId: string): Promise<string | null>;
  /** Ends the session of a Cookie header; returns the Set-Cookie values that clear it. */
  signOut(cookies: string): Promise<readonly string[]>;
  /** See {@link verifyEmail}. */
  verifyEmail(input: Parameters<typeof verifyEmail>[1]): Promise<BegunSession | null>;
  /** Takes the wish for a new password; tells nobody whether the address has an account. */
  requestPasswordReset(scope: Scope, email: string): Promise<void>;
  /** See {@link resetPassword}. */
  resetPassword(input: { token: string; password: string }): Promise<void>;
  /** Takes the wish for a link to an address's orders; publishes `customers.access-requested`. */
  requestAccess(scope: Scope, email: string): Promise<void>;
  /** The wish behind `customers.access-requested`; null when it is too old. */
  findAccessRequest(scope: Scope, requestId: string): Promise<AccessRequest | null>;
  /** A single-use token for 15 minutes. Call it when the mail is written; the token is stored nowhere. */
  createAccessLink(tx: Tx, link: NewAccessLink): Promise<string>;
  /** Throws `auth.token-expired`. */
  redeemAccessLink(scope: Scope, token: string): Promise<RedeemedAccess>;
  /** Token and addressee of a confirmation mail, for the moment it is sent. Null when there is nothing to confirm. */
  issueVerification(customerId: string): Promise<AddressProof | null>;
  /** Token and addressee of a mail for a new password, for the moment it is sent. */
  issuePasswordReset(customerId: string): Promise<AddressProof | null>;
  /** Throws `auth.required` for an actor without an account. */
  getProfile(scope: Scope, actor: Actor): Promise<CustomerProfile>;
  updateProfile(tx: Tx, actor: Actor, changes: ProfileChanges): Promise<CustomerProfile>;
  findPerson(scope: Scope, customerId: string): Promise<Person | null>;
  findContact(scope: Scope, customerId: string): Promise<CustomerContact | null>;
  /** Names by id, for pages of staff that say who did something. See {@link listNames}. */
  names(scope: Scope, ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** A confirmed account with any role, for commands and seeds. Returns its id. */
  createAccount(scope: Scope, account: NewAccount): Promise<string>;
  readonly jobs: readonly JobHandler[];
}

export interface CustomersDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Where people reach the shop: decides the cookie's name and whether it is `Secure`. */
  readonly publicUrl: string;
  /** Signs session cookies and confirmation tokens. */
  readonly sessionSecret: string;
  /** Seals the secrets of authenticator apps. */
  readonly secrets: SecretBox;
  /** Whether staff must have a second factor; who has one is always asked for it. */
  readonly secondFactorDemanded: boolean;
}

export function createCustomers(deps: CustomersDeps): Customers {
  const { clock, database, sessionSecret: secret } = deps;
  const passwords = createPasswordHash();
  const cookieName = sessionCookieName(deps.publicUrl);
  const auth = createAuth({
    ...{ database, clock, secret, passwords, logger: deps.logger, publicUrl: deps.publicUrl },
    listeners: {
      accountCreated: (customerId) => announceSignUp(deps, database, customerId),
      signUpRepeated: (customerId) => noteRepeatedSignUp(deps, database, customerId),
      passwordReset: (customerId) => notePasswordReset(deps, database, customerId),
    },
  });
  const { secondFactorDemanded, secrets } = deps;
  const live = { auth, passwords, clock, secret, cookieName, secrets, secondFactorDemanded, scope: database };
  return {
    createGuest: (scope) => createGuest(deps, scope),
    resolveGuest: (scope, value) => resolveGuest(deps, scope, value),
    mayHoldSession: (cookies) => cookies.includes(`${cookieName}=`),
    resolveSession: async (headers) => {
      const session = await resolveSession(live, headers.get("cookie") ?? "");
      if (session === null) return null;
      const { sessionId: _, usedAt: __, ...person } = session;
      return person;
    },
    offerSecondFactor: async (cookies) => offerSecondFactor(live, await staffSession(live, cookies)),
    confirmSecondFactor: async (cookies, code) => confirmSecondFactor(live, await staffSession(live, cookies), code),
    passSecondFactor: async (cookies, code) => passSecondFactor(live, await staffSession(live, cookies), code),
    removeSecondFactor: async (tx, email) => {
      const person = await findPersonByEmail(tx, normalizeEmail(email));
      return person !== null && removeSecondFactor(tx, person.customerId);
    },
    signUp: (input) => signUp(live, input),
    signIn: (input) => signIn(live, input),
    claimGuest: (actor, guestOwnerId) => claimGuest(live, actor, guestOwnerId),
    signOut: (cookies) => signOut(auth, cookies),
    verifyEmail: (input) => verifyEmail(live, input),
    requestPasswordReset: (scope, email) => requestPasswordReset(deps, scope, email),
    resetPassword: (input) => resetPassword(auth, input),
    requestAccess: (scope, email) => requestAccess(deps, scope, email),
    findAccessRequest: async (scope, requestId) => {
      const found = await findMailRequest(scope, requestId, "order-access");
      return found === null ? null : { requestId, email: found.email };
    },
    createAccessLink: (tx, link) => createAccessLink(deps, tx, link),
    redeemAccessLink: (scope, token) => redeemAccessLink(deps, scope, token),
    issueVerification: (customerId) => issueVerification(live, customerId),
    issuePasswordReset: (customerId) => issuePasswordReset(live, customerId),
    getProfile,
    updateProfile: (tx, actor, changes) => updateProfile(deps, tx, actor, changes),
    findPerson: findPersonById,
    findContact: findPersonById,
    names: listNames,
    createAccount: (scope, account) => createAccount(live, scope, account),
    jobs: [
      handleLocal(findResetOwnerJob, (tx, { requestId }) => findResetOwner(tx, requestId)),
      handleLocal(announceSignUpsJob, (tx) => announceMissedSignUps(deps, tx)),
      handleLocal(purgeExpiredJob, (tx) => purgeExpired(deps, tx)),
    ],
  };
}
