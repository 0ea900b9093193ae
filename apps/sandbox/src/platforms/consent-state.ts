import type { World } from "../world.ts";
import type { SocialPlatform } from "./platform-state.ts";

/** Whom a code or token stands for. Times are wall milliseconds. */
export interface Consent {
  platform: SocialPlatform;
  handle: string;
  scopes: string[];
  expiresAt: number;
}

export interface ConsentState {
  codes: Record<string, Consent & { clientId: string; redirectUri: string }>;
  accessTokens: Record<string, Consent>;
  refreshTokens: Record<string, Consent>;
}

/** Nobody consented to anything. */
export function emptyConsentState(): ConsentState {
  return { codes: {}, accessTokens: {}, refreshTokens: {} };
}

/** The consents of a world, also of one kept by an earlier version. */
export function consentsOf(world: World): ConsentState {
  world.state.platforms.consents ??= emptyConsentState();
  return world.state.platforms.consents;
}

/** The consent behind an access token of a platform, unless it has ended. */
export function consentOfToken(world: World, platform: SocialPlatform, token: string): Consent | undefined {
  const consent = consentsOf(world).accessTokens[token];
  return consent?.platform === platform && consent.expiresAt > Date.now() ? consent : undefined;
}

/** Takes a code out: it is good for one use, by the client and for the address it was made for. */
export function takeCode(
  world: World,
  platform: SocialPlatform,
  given: { readonly code: string; readonly clientId: string; readonly redirectUri: string },
): Consent | undefined {
  const { codes } = consentsOf(world);
  const consent = codes[given.code];
  delete codes[given.code];
  world.changed();
  const fits =
    consent?.platform === platform &&
    consent.clientId === given.clientId &&
    consent.redirectUri === given.redirectUri &&
    consent.expiresAt > Date.now();
  return fits ? consent : undefined;
}

/** Ends what an owner allowed, as they can in the platform's settings; how many tokens it ended. */
export function withdrawConsent(world: World, platform: SocialPlatform, handle: string): number {
  const { accessTokens, refreshTokens } = consentsOf(world);
  let ended = 0;
  for (const tokens of [accessTokens, refreshTokens]) {
    for (const [token, consent] of Object.entries(tokens)) {
      if (consent.platform === platform && consent.handle === handle) {
        delete tokens[token];
        ended += 1;
      }
    }
  }
  world.changed();
  return ended;
}
