import { DomainError } from "#kernel/domain-error";

/** No such code, or not the actor's. */
export const challengeNotFound = (challengeId: string) =>
  new DomainError("ownership.challenge-not-found", { challengeId });

/** The code was proven, ran out of time or out of looks. */
export const challengeEnded = (state: string) => new DomainError("ownership.challenge-ended", { state });

/** The channel was looked at a moment ago; `retryAt` is wall time. */
export const checkTooSoon = (retryAt: Date, wall: Date) =>
  new DomainError("ownership.check-too-soon", {
    retryAt: retryAt.toISOString(),
    retryAfterSeconds: Math.ceil((retryAt.getTime() - wall.getTime()) / 1_000),
  });

/** This way of proving does not work for the channel, e.g. a code where nobody can read the description. */
export const notProvable = (why: "never-read" | "no-source" | "no-consent-page") =>
  new DomainError("ownership.not-provable", { why });

/** The trip to the consent page is unknown, somebody else's, over, or was made before. */
export const consentExpired = () => new DomainError("ownership.consent-expired");

/** The platform said no, or the person signed in there as somebody else. */
export const consentRefused = (why: "other-channel" | "platform-refused", details: { readonly handle?: string } = {}) =>
  new DomainError("ownership.consent-refused", { why, ...details });
