import type { Database } from "#infrastructure/database";
import type { SecretBox } from "#infrastructure/secrets";
import { after, type Clock, seconds } from "#kernel/clock";
import type { SealedConnection } from "./account-connection.ts";
import {
  claimRenewal,
  findSealedConnection,
  markConnectionExpired,
  replaceTokens,
} from "./account-connection-repository.ts";
import { openTokens, sealTokens } from "./connect-account.ts";
import type { SocialAccount } from "./social-account.ts";
import { connectionExpired } from "./social-account-events.ts";
import type { OwnerConsent, RenewalOutcome } from "./sources/source.ts";

export interface ConnectionDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly secrets: SecretBox;
}

/** A connection that can be used now. */
export interface OpenConnection {
  readonly accessToken: string;
  readonly connection: SealedConnection;
}

/**
 * The owner's token for an account, renewed when it is near its end; null when there is none that works. Calls the
 * outside: no transaction may be open.
 */
export async function openConnection(
  deps: ConnectionDeps,
  consent: OwnerConsent,
  account: SocialAccount,
): Promise<OpenConnection | null> {
  const connection = await findSealedConnection(deps.database, account.id);
  if (connection === null || connection.state === "expired") return null;
  const tokens = openTokens(deps.secrets, account.id, connection.sealedTokens);
  const endsIn = connection.expiresAt === null ? null : connection.expiresAt.getTime() - deps.clock.wall().getTime();
  if (endsIn === null || endsIn > consent.renewBeforeMs) return { accessToken: tokens.accessToken, connection };
  if (tokens.refreshToken !== null && (await claim(deps, connection))) {
    return renew(deps, consent, account, connection, tokens.refreshToken);
  }
  if (endsIn > 0) return { accessToken: tokens.accessToken, connection };
  if (tokens.refreshToken === null) await expireConnection(deps, account, connection);
  return newest(deps, account, connection);
}

/** One at a time: a refresh token may be good for one use, and its answer must not be lost. */
const claim = (deps: ConnectionDeps, connection: SealedConnection): Promise<boolean> => {
  const wall = deps.clock.wall();
  return deps.database.transaction((tx) => claimRenewal(tx, connection, { wall, until: after(wall, renewalMs) }));
};

/** Longer than a renewal can take. */
const renewalMs = seconds(60);

/** Marks a connection as no longer accepted and tells so, once; nothing when somebody renewed it meanwhile. */
export async function expireConnection(
  deps: ConnectionDeps,
  account: SocialAccount,
  connection: SealedConnection,
  renewal: "mine" | "none" = "none",
): Promise<void> {
  await deps.database.transaction(async (tx) => {
    const times = { at: deps.clock.now(), wall: deps.clock.wall() };
    if (!(await markConnectionExpired(tx, connection, times, renewal))) return;
    const { id: accountId, ownerId, platform } = account;
    tx.publish(connectionExpired, { accountId, ownerId, platform });
  });
}

async function renew(
  deps: ConnectionDeps,
  consent: OwnerConsent,
  account: SocialAccount,
  seen: SealedConnection,
  refreshToken: string,
): Promise<OpenConnection | null> {
  const outcome = await consent.refresh(refreshToken);
  if (!outcome.ok) return refused(deps, account, seen, outcome);
  const { tokens } = outcome;
  // A platform that gives no new refresh token goes on accepting the old one.
  const kept = { accessToken: tokens.accessToken, refreshToken: tokens.refreshToken ?? refreshToken };
  const sealedTokens = sealTokens(deps.secrets, account.id, kept);
  const renewed = { sealedTokens, expiresAt: tokens.expiresAt };
  const stored = await deps.database.transaction((tx) => replaceTokens(tx, seen, renewed, deps.clock.now()));
  if (!stored) return newest(deps, account, seen);
  return { accessToken: kept.accessToken, connection: { ...seen, ...renewed, version: seen.version + 1 } };
}

async function refused(
  deps: ConnectionDeps,
  account: SocialAccount,
  seen: SealedConnection,
  outcome: Extract<RenewalOutcome, { ok: false }>,
): Promise<OpenConnection | null> {
  const { accessToken } = openTokens(deps.secrets, account.id, seen.sealedTokens);
  const ended = seen.expiresAt !== null && seen.expiresAt <= deps.clock.wall();
  // The platform is down or busy: a token that still holds is used, and renewed the next time.
  if (outcome.failure.kind !== "auth_expired") return ended ? null : { accessToken, connection: seen };
  await expireConnection(deps, account, seen, "mine");
  return newest(deps, account, seen);
}

/** What another process put in place of the connection seen; null when it is still that one. */
async function newest(
  deps: ConnectionDeps,
  account: SocialAccount,
  seen: SealedConnection,
): Promise<OpenConnection | null> {
  const connection = await findSealedConnection(deps.database, account.id);
  if (connection === null || connection.state === "expired" || connection.version === seen.version) return null;
  const { accessToken } = openTokens(deps.secrets, account.id, connection.sealedTokens);
  return { accessToken, connection };
}
