import { findSealedConnection } from "./account-connection-repository.ts";
import { openTokens } from "./connect-account.ts";
import type { ReadingDeps } from "./read-account.ts";
import { findAccount } from "./social-account-repository.ts";

/**
 * Asks the platform to end the owner's consent to an account; the row stays until it is dropped. Calls the outside: no
 * transaction may be open. False when there is nothing to end or the platform could not be told.
 */
export async function revokeConnection(deps: ReadingDeps, accountId: string): Promise<boolean> {
  const account = await findAccount(deps.database, accountId);
  const connection = await findSealedConnection(deps.database, accountId);
  const consent = account === null ? undefined : deps.reader.consentFor(account.platform);
  if (connection === null || consent === undefined) return false;
  return consent.revoke(openTokens(deps.secrets, accountId, connection.sealedTokens).accessToken);
}
