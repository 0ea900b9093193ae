import type { Platform } from "@smplat/contracts/vocabulary";
import { DomainError } from "#kernel/domain-error";

/** What was given can't be a channel of that platform. */
export const handleInvalid = (platform: Platform, why: string) =>
  new DomainError("channel.handle-invalid", { platform, fields: [{ path: "handle", message: why }] });

/** The channel does not exist, or is not the actor's. */
export const channelNotFound = (accountId: string) => new DomainError("channel.not-found", { accountId });

/** What was entered for a channel contradicts itself. */
export const attestationInvalid = (path: string, message: string) =>
  new DomainError("attestation.invalid", { fields: [{ path, message }] });

export const attestationNotFound = (attestationId: string) =>
  new DomainError("attestation.not-found", { attestationId });

/** It was confirmed, declined or ended already. */
export const attestationDecided = (attestationId: string, state: string) =>
  new DomainError("attestation.decided", { attestationId, state });

/** Nobody confirms what they entered themselves. */
export const attestationOwnReview = (attestationId: string) =>
  new DomainError("attestation.own-review", { attestationId });
