import type { Tx } from "#infrastructure/database";
import type { SecretBox } from "#infrastructure/secrets";
import type { Clock } from "#kernel/clock";
import { upsertConnection } from "./account-connection-repository.ts";
import type { ConsentTokens } from "./sources/source.ts";

/** What is sealed: the times and scopes beside it are plain. */
export interface SealedTokens {
  readonly accessToken: string;
  readonly refreshToken: string | null;
}

/** What tokens are sealed for: they open for no other account. */
export const tokenContext = (accountId: string): string => `social-accounts.connection ${accountId}`;

export const sealTokens = (secrets: SecretBox, accountId: string, tokens: SealedTokens): string =>
  secrets.seal(
    JSON.stringify({ accessToken: tokens.accessToken, refreshToken: tokens.refreshToken }),
    tokenContext(accountId),
  );

export const openTokens = (secrets: SecretBox, accountId: string, sealed: string): SealedTokens =>
  JSON.parse(secrets.open(sealed, tokenContext(accountId))) as SealedTokens;

/** Keeps the owner's consent to an account, in place of an earlier one. From now on readings use it first. */
export async function connectAccount(
  deps: { readonly clock: Clock; readonly secrets: SecretBox },
  tx: Tx,
  accountId: string,
  tokens: ConsentTokens,
): Promise<void> {
  const now = deps.clock.now();
  const { scopes, expiresAt } = tokens;
  const sealedTokens = sealTokens(deps.secrets, accountId, tokens);
  await upsertConnection(tx, { accountId, scopes, expiresAt, sealedTokens, connectedAt: now }, now);
}
