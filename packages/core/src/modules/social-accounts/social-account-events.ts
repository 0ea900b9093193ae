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
