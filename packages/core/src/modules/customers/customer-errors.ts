import { DomainError } from "#kernel/domain-error";

/** Address and password don't belong together, or there is no such account: the same answer. */
export const credentialsWrong = () => new DomainError("auth.credentials-wrong");

/** The password was right, but the address was never confirmed. */
export const emailUnverified = () => new DomainError("auth.email-unverified");

/** Too many wrong passwords for this address. */
export const signInThrottled = (retryAfterSeconds: number) =>
  new DomainError("request.rate-limited", { retryAfterSeconds });

/** A link's token is unknown, was used, or is too old: the same answer. */
export const tokenExpired = () => new DomainError("auth.token-expired");

/** The password is common, or a play on the shop's name or the address. */
export const passwordWeak = () => new DomainError("auth.password-weak");

/** The account of a session was removed meanwhile. */
export const accountGone = () => new DomainError("auth.required");

/** The address can't be one. */
export const emailInvalid = () =>
  new DomainError("request.invalid", { fields: [{ path: "email", message: "is not an e-mail address" }] });

/** Neither a code of the app that counts now, nor an unused recovery code. */
export const codeWrong = () => new DomainError("auth.code-wrong");

/** Password and session are right; the code of the app is still owed. */
export const secondFactorRequired = () => new DomainError("auth.second-factor-required");

/** A first code came, but no app is being set up, or it was set up anew meanwhile. */
export const secondFactorNotOffered = () => new DomainError("auth.second-factor-not-offered");

/** More people want their password checked than this process can hash. */
export const hashingBusy = () => new DomainError("request.unavailable", { retryAfterSeconds: 2 });

/** An account is to be made for an address that has one. Only commands learn of it, never a visitor. */
export const emailTaken = () => new DomainError("auth.email-taken");
