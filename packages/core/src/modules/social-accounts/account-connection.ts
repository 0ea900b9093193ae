/** The owner's consent to read an account, without its tokens: those leave this module only towards the platform. */
export interface AccountConnection {
  readonly accountId: string;
  /** `expired`: the platform no longer accepts it, and the owner has to consent again. */
  readonly state: "live" | "expired";
  readonly scopes: readonly string[];
  /** Wall time; null when the platform told none. A live one is renewed before that by itself where it can be. */
  readonly expiresAt: Date | null;
  /** Business time. */
  readonly connectedAt: Date;
}

/** A connection with what opens it. */
export interface SealedConnection extends AccountConnection {
  readonly sealedTokens: string;
  readonly version: number;
}
