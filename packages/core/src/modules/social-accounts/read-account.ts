import { type ConnectionDeps, expireConnection, openConnection } from "./open-connection.ts";
import type { ReadingOutcome, ReadingPurpose, SocialAccount } from "./social-account.ts";
import type { ChannelReader } from "./sources/channel-reader.ts";

/**
 * Asks for the numbers of an account: with the owner's consent where there is one, which is exact and allowed
 * everywhere, else from the public interface. Calls the outside: no transaction may be open.
 */
export async function readAccount(
  deps: ConnectionDeps & { readonly reader: ChannelReader },
  account: SocialAccount,
  purpose: ReadingPurpose,
): Promise<ReadingOutcome> {
  const { platform, handle, platformUserId } = account;
  const target = { handle, platformUserId };
  const consent = deps.reader.consentFor(platform);
  const open = consent === undefined ? null : await openConnection(deps, consent, account);
  if (open === null) return deps.reader.read(platform, target, purpose);
  const outcome = await deps.reader.read(platform, { ...target, accessToken: open.accessToken }, purpose);
  if (outcome.status === "measured" || outcome.failure.kind !== "auth_expired") return outcome;
  await expireConnection(deps, account, open.connection);
  return deps.reader.read(platform, target, purpose);
}
