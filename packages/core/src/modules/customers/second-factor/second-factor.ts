import type { Scope, Tx } from "#infrastructure/database";
import type { SecretBox } from "#infrastructure/secrets";
import type { Clock } from "#kernel/clock";
import type { LiveSession } from "../auth/session-repository.ts";
import type { Person } from "../customer.ts";
import { codeWrong, secondFactorNotOffered, secondFactorRequired } from "../customer-errors.ts";
import { recoveryCodeUsed, secondFactorRemoved, secondFactorSetUp } from "../customer-events.ts";
import { forgetSignInAttempts } from "../customer-repository.ts";
import { limitAttempts } from "../limit-attempts.ts";
import { hashSecret } from "../secret-hash.ts";
import { newRecoveryCodes, recoveryCodeOf } from "./recovery-code.ts";
import {
  confirmSecret,
  deleteSecondFactor,
  findSecondFactor,
  insertRecoveryCodes,
  keepOfferedSecret,
  passSession,
  takeRecoveryCode,
  takeStep,
} from "./second-factor-repository.ts";
import { newTotpSecret, stepOfCode, totpUri } from "./totp.ts";

interface Deps {
  readonly scope: Scope;
  readonly clock: Clock;
  readonly secrets: SecretBox;
}

/** What an authenticator app is told once. */
export interface OfferedFactor {
  /** In base32, to type in by hand. */
  readonly secret: string;
  /** `otpauth://` address, to show as a QR code. */
  readonly uri: string;
}

/** Where a sealed secret belongs, so that it opens for nobody else. */
const contextOf = (customerId: string): string => `second-factor ${customerId}`;

/**
 * Offers a new secret; nothing changes until a code of it came. Throws `auth.second-factor-required` to a session that
 * still owes a code: whoever has only the password must not swap the app.
 */
export async function offerSecondFactor(deps: Deps, session: LiveSession): Promise<OfferedFactor> {
  if (session.awaiting === "code") throw secondFactorRequired();
  const secret = newTotpSecret();
  await keepOfferedSecret(deps.scope, session.customerId, deps.secrets.seal(secret, contextOf(session.customerId)));
  return { secret, uri: totpUri(secret, session.email) };
}

/**
 * Takes the offered secret over with its first code; this session has passed. Returns the recovery codes, which are
 * shown this once and replace all earlier ones. Throws `auth.code-wrong`, `auth.second-factor-not-offered`,
 * `auth.second-factor-required` and `request.rate-limited`.
 */
export async function confirmSecondFactor(deps: Deps, session: LiveSession, code: string): Promise<readonly string[]> {
  const { customerId, sessionId } = session;
  if (session.awaiting === "code") throw secondFactorRequired();
  await limitAttempts(deps, attemptKey(customerId));
  const offered = (await findSecondFactor(deps.scope, customerId))?.offeredSecret ?? null;
  if (offered === null) throw secondFactorNotOffered();
  const now = deps.clock.wall();
  const step = stepOfCode(deps.secrets.open(offered, contextOf(customerId)), digitsOf(code), now);
  if (step === null) throw codeWrong();
  const codes = newRecoveryCodes();
  await deps.scope.transaction(async (tx) => {
    if (!(await confirmSecret(tx, customerId, { offered, step, now }))) throw secondFactorNotOffered();
    await insertRecoveryCodes(tx, customerId, codes.map(hashSecret));
    await passSession(tx, sessionId, now);
    tx.publish(secondFactorSetUp, { customerId });
  });
  await forgetSignInAttempts(deps.scope, attemptKey(customerId));
  return codes;
}

/**
 * Lets a session pass with a code of the app, or with a recovery code; each counts once. Throws `auth.code-wrong` and
 * `request.rate-limited`.
 */
export async function passSecondFactor(deps: Deps, session: LiveSession, given: string): Promise<Person> {
  const { customerId, sessionId } = session;
  await limitAttempts(deps, attemptKey(customerId));
  const now = deps.clock.wall();
  const recovery = recoveryCodeOf(given);
  await deps.scope.transaction(async (tx) => {
    const taken =
      recovery === null
        ? await takeAppCode({ ...deps, scope: tx }, customerId, digitsOf(given))
        : await takeRecoveryCode(tx, customerId, hashSecret(recovery), now);
    if (!taken) throw codeWrong();
    await passSession(tx, sessionId, now);
    if (recovery !== null) tx.publish(recoveryCodeUsed, { customerId });
  });
  await forgetSignInAttempts(deps.scope, attemptKey(customerId));
  return session;
}

/** For who lost both app and recovery codes: their sessions end, and they set up an app anew. False: there was none. */
export async function removeSecondFactor(tx: Tx, customerId: string): Promise<boolean> {
  const removed = await deleteSecondFactor(tx, customerId);
  if (removed) tx.publish(secondFactorRemoved, { customerId });
  return removed;
}

async function takeAppCode(deps: Deps, customerId: string, code: string): Promise<boolean> {
  const secret = (await findSecondFactor(deps.scope, customerId))?.secret ?? null;
  if (secret === null) return false;
  const step = stepOfCode(deps.secrets.open(secret, contextOf(customerId)), code, deps.clock.wall());
  return step !== null && (await takeStep(deps.scope, customerId, step));
}

/** Apps show codes in two groups, and people type them so. */
const digitsOf = (given: string): string => given.replaceAll(/\s/g, "");

const attemptKey = (customerId: string): string => hashSecret(contextOf(customerId));
