import type { Actor } from "#kernel/actor";
import type { ConsentIdentity, ReadingOutcome, SocialAccount } from "#modules/social-accounts";
import { consentReturn, hashState } from "./begin-consent.ts";
import { consumeConsent } from "./challenge-repository.ts";
import type { OwnershipDeps } from "./channel-ownership.ts";
import { requireOwner } from "./issue-challenge.ts";
import type { Claim } from "./ownership.ts";
import { consentExpired, consentRefused, notProvable } from "./ownership-errors.ts";
import { recordProof } from "./record-proof.ts";

/**
 * Finishes a trip to a consent page: trades the code, keeps the connection, reads the channel with it, and counts it as
 * proof of ownership. Who signed in there as another channel than the one they set out for proved nothing.
 *
 * Throws `auth.required`, `ownership.consent-expired`, `ownership.consent-refused`, `channel.not-found`.
 */
export async function completeConsent(
  deps: OwnershipDeps,
  actor: Actor,
  input: { readonly state: string; readonly code: string },
): Promise<{ readonly accountId: string; readonly claim: Claim }> {
  const ownerId = requireOwner(actor);
  const stateHash = hashState(input.state);
  // Used up before the code is traded: a second try with the same state never reaches the platform.
  const trip = await deps.database.transaction((tx) => consumeConsent(tx, stateHash, ownerId, deps.clock.wall()));
  if (trip === null) throw consentExpired();
  const account = await deps.socialAccounts.findOwned(deps.database, actor, trip.accountId);
  const consent = deps.socialAccounts.consentFor(account.platform);
  if (consent === undefined) throw notProvable("no-consent-page");
  const outcome = await consent.exchange({
    code: input.code,
    codeVerifier: deps.secrets.open(trip.codeVerifier, stateHash),
    redirectUri: consentReturn(deps.publicUrl),
  });
  if (!outcome.ok) throw consentRefused("platform-refused");
  if (!isSameChannel(account, outcome.identity)) {
    throw consentRefused("other-channel", { handle: outcome.identity.handle });
  }
  await deps.database.transaction((tx) => deps.socialAccounts.saveConnection(tx, account.id, outcome.tokens));
  const reading = await deps.socialAccounts.read(account.id, "validation");
  const claim = await deps.database.transaction((tx) =>
    prove(deps, { ownerId, account, identity: outcome.identity, reading }, tx),
  );
  return { accountId: account.id, claim };
}

/** The platform's own id decides; only a channel that was never read is known by its handle alone. */
const isSameChannel = (account: SocialAccount, identity: ConsentIdentity): boolean =>
  account.platformUserId === null
    ? account.handle.toLowerCase() === identity.handle.toLowerCase()
    : account.platformUserId === identity.platformUserId;

interface Proving {
  readonly ownerId: string;
  readonly account: SocialAccount;
  readonly identity: ConsentIdentity;
  readonly reading: ReadingOutcome;
}

async function prove(
  deps: OwnershipDeps,
  { ownerId, account, identity, reading }: Proving,
  tx: Parameters<typeof recordProof>[1],
): Promise<Claim> {
  const measured = reading.status === "measured" && reading.reading.platformUserId === identity.platformUserId;
  const snapshot = measured ? await deps.socialAccounts.record(tx, account.id, reading) : null;
  return recordProof(deps, tx, {
    ownerId,
    account,
    platformUserId: identity.platformUserId,
    method: "oauth",
    evidence: {
      source: `${account.platform}-consent`,
      place: "consent",
      rawHash: measured ? reading.reading.rawHash : null,
      snapshotId: snapshot?.id ?? null,
      observedAt: deps.clock.now().toISOString(),
    },
  });
}
