import type { Platform } from "@smplat/contracts/vocabulary";
import { DomainError } from "#kernel/domain-error";

/** What was given can't be a channel of that platform. */
export const handleInvalid = (platform: Platform, why: string) =>
  new DomainError("channel.handle-invalid", { platform, fields: [{ path: "handle", message: why }] });

/** The channel does not exist, or is not the actor's. */
export const channelNotFound = (accountId: string) => new DomainError("channel.not-found", { accountId });
