import type { Scope } from "#infrastructure/database";
import { attestedReading } from "./attest-reading.ts";
import { type ConnectionDeps, expireConnection, openConnection } from "./open-connection.ts";
import type { ReadingOutcome, ReadingPurpose, SocialAccount } from "./social-account.ts";
import type { ChannelReader } from "./sources/channel-reader.ts";
import type { SourceTarget } from "./sources/source.ts";

export type ReadingDeps = ConnectionDeps & { readonly reader: ChannelReader };

/**
 * Asks for the numbers of an account: with the owner's consent where there is one, which is exact and allowed
 * everywhere, else from the public interface; where both fail, what staff stand for. Calls the outside: no transaction
 * may be open. Throws when the platform has no source.
 *
 * @param target what the public interface is asked for
 */
export async function readAccount(
  deps: ReadingDeps,
  account: SocialAccount,
  purpose: ReadingPurpose,
  target: SourceTarget = { handle: account.handle, platformUserId: account.platformUserId },
): Promise<ReadingOutcome> {
  const { platform } = account;
  const consent = deps.reader.consentFor(platform);
  const open = consent === undefined ? null : await openConnection(deps, consent, account);
  if (open !== null) {
    const outcome = await deps.reader.read(platform, { ...target, accessToken: open.accessToken }, purpose);
    if (outcome.status === "measured" || outcome.failure.kind !== "auth_expired") return sameChannel(account, outcome);
    await expireConnection(deps, account, open.connection);
  }
  return sameChannel(account, await readChannel(deps, deps.database, { platform, ...target }, purpose));
}

/** The name changed hands: readings of two channels must not meet under one account. */
function sameChannel({ platformUserId }: SocialAccount, outcome: ReadingOutcome): ReadingOutcome {
  if (outcome.status === "failed" || platformUserId === null) return outcome;
  const { reading } = outcome;
  if (reading.method === "manual" || reading.platformUserId === platformUserId) return outcome;
  return { status: "failed", failure: { kind: "ambiguous", retryAt: null }, source: reading.source };
}

/** Asks the public interface for a channel of nobody's; where that fails, what staff stand for. */
export async function readChannel(
  deps: Pick<ReadingDeps, "clock" | "reader">,
  scope: Scope,
  channel: Pick<SocialAccount, "platform"> & SourceTarget,
  purpose: ReadingPurpose,
): Promise<ReadingOutcome> {
  const { platform, ...target } = channel;
  const outcome = await deps.reader.read(platform, target, purpose);
  if (outcome.status === "measured") return outcome;
  return (await attestedReading(deps, scope, channel, purpose)) ?? outcome;
}
