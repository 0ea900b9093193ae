import { createHash } from "node:crypto";
import type { Scope } from "#infrastructure/database";
import type { Actor } from "#kernel/actor";
import { after } from "#kernel/clock";
import { newSecret } from "#kernel/id";
import { insertConsent } from "./challenge-repository.ts";
import type { OwnershipDeps } from "./channel-ownership.ts";
import { requireOwner } from "./issue-challenge.ts";
import { consentLivesMs } from "./ownership.ts";
import { notProvable } from "./ownership-errors.ts";

export const hashState = (state: string): string => createHash("sha256").update(state).digest("base64url");

/** Where platforms send people back to; registered with each of them. */
export const consentReturn = (publicUrl: string): string => `${publicUrl}/account/channels/connected`;

/**
 * The platform's consent page for a channel of the actor. The trip is bound to who sets out, counts once and for ten
 * minutes; the verifier (PKCE, RFC 7636) stays here, sealed for the trip.
 *
 * Throws `auth.required`, `channel.not-found`, `ownership.not-provable`.
 */
export async function beginConsent(
  deps: OwnershipDeps,
  scope: Scope,
  actor: Actor,
  accountId: string,
): Promise<{ readonly authorizeUrl: string }> {
  const ownerId = requireOwner(actor);
  const account = await deps.socialAccounts.findOwned(scope, actor, accountId);
  const consent = deps.socialAccounts.consentFor(account.platform);
  if (consent === undefined) throw notProvable("no-consent-page");
  const state = newSecret();
  const codeVerifier = newSecret();
  const stateHash = hashState(state);
  await scope.transaction((tx) =>
    insertConsent(tx, {
      ...{ stateHash, ownerId, accountId },
      codeVerifier: deps.secrets.seal(codeVerifier, stateHash),
      expiresAt: after(deps.clock.wall(), consentLivesMs),
    }),
  );
  return {
    authorizeUrl: consent.authorizeUrl({
      state,
      redirectUri: consentReturn(deps.publicUrl),
      codeChallenge: createHash("sha256").update(codeVerifier).digest("base64url"),
    }),
  };
}
