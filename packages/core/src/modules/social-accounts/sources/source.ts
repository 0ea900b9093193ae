import type { Platform } from "@smplat/contracts/vocabulary";
import type { ReadingFailure, ReadingMethod, ReadingOutcome } from "../social-account.ts";

/** What a source is asked for. The platform's own id wins over the handle once it is known. */
export interface SourceTarget {
  readonly handle: string;
  readonly platformUserId: string | null;
  /** The owner's token; only sources that read with the owner's consent are given one. */
  readonly accessToken?: string;
}

/** How many requests a platform allows: `capacity` at once, refilled at `perSecond`. */
export interface SourceBudget {
  readonly capacity: number;
  readonly perSecond: number;
}

/** What the owner's consent brought: for our use only, never shown. */
export interface ConsentTokens {
  readonly accessToken: string;
  readonly refreshToken: string | null;
  /** Wall time; null when the platform told none. */
  readonly expiresAt: Date | null;
  readonly scopes: readonly string[];
}

/** Whose consent it was: the channel the person signed in to at the platform, which need not be the one they typed. */
export interface ConsentIdentity {
  readonly platformUserId: string;
  readonly handle: string;
  readonly displayName: string | null;
}

export type ConsentOutcome =
  | { readonly ok: true; readonly tokens: ConsentTokens; readonly identity: ConsentIdentity }
  | { readonly ok: false; readonly failure: ReadingFailure };

export type RenewalOutcome =
  | { readonly ok: true; readonly tokens: ConsentTokens }
  | { readonly ok: false; readonly failure: ReadingFailure };

/** OAuth 2 with the authorization code, as one platform does it. The state and the verifier are the caller's to keep. */
export interface OwnerConsent {
  /**
   * Where to send the owner's browser. `codeChallenge` is the base64url SHA-256 of the verifier (RFC 7636, S256);
   * `scopes` are the platform's names, the ones that readings need when absent.
   */
  authorizeUrl(request: {
    readonly state: string;
    readonly redirectUri: string;
    readonly codeChallenge: string;
    readonly scopes?: readonly string[];
  }): string;
  /** Trades the code the browser came back with. Calls the outside: no transaction may be open. */
  exchange(request: {
    readonly code: string;
    readonly codeVerifier: string;
    readonly redirectUri: string;
  }): Promise<ConsentOutcome>;
  /** Milliseconds before the end of a token at which it is renewed. */
  readonly renewBeforeMs: number;
  /** Calls the outside. A refresh token may be good for one use: keep what comes back. */
  refresh(refreshToken: string): Promise<RenewalOutcome>;
  /** Tells the platform that the consent is over. Calls the outside; false when it could not be told. */
  revoke(accessToken: string): Promise<boolean>;
}

/**
 * Where the numbers of a platform come from. An adapter speaks one documented interface, asks once per call, never
 * guesses, and answers with a reading or a typed failure. It throws nothing that the outside can cause.
 */
export interface MetricSource {
  readonly id: string;
  readonly platform: Platform;
  /** `owner_oauth` sources are asked only with an access token. */
  readonly method: ReadingMethod;
  readonly budget: SourceBudget;
  /**
   * Names the allowance a reading is taken from, where a source has several: one an endpoint, a credential or a host.
   * What is down or limited in one of them says nothing about the others.
   */
  bucketOf?(target: SourceTarget): string;
  /** US dollars the platform asks for the first reading of a channel on a UTC day; absent where readings are free. */
  readonly pricePerChannelDayUsd?: number;
  read(target: SourceTarget): Promise<ReadingOutcome>;
  /** How an owner lets us read; absent when the platform has nothing of the kind. */
  readonly consent?: OwnerConsent;
}
