import { platforms } from "@smplat/contracts/vocabulary";
import { z } from "zod";
import { defineEvent } from "#infrastructure/events";

/**
 * The platform no longer accepts the owner's consent to an account, and renewing it did not help: the owner has to
 * consent again. Published once per expiry.
 */
export const connectionExpired = defineEvent(
  "social-accounts.connection-expired",
  z.object({ accountId: z.string(), ownerId: z.string(), platform: z.string() }),
);

/** The name of a channel we knew leads elsewhere now. Published when it is first seen, until it leads back. */
export const identityLost = defineEvent(
  "social-accounts.identity-lost",
  z.object({
    accountId: z.string(),
    ownerId: z.string(),
    platform: z.enum(platforms),
    /** The platform's own id of the channel that was meant. */
    platformUserId: z.string(),
  }),
);
