import { ownershipMethods, platforms } from "@smplat/contracts/vocabulary";
import { z } from "zod";
import { defineEvent } from "#infrastructure/events";

const ClaimRef = z.object({ claimId: z.string(), ownerId: z.string() });

/** Somebody proved that a channel is theirs, for the first time or again. */
export const claimProven = defineEvent(
  "channel-claim.proven",
  ClaimRef.extend({ accountId: z.string(), platform: z.enum(platforms), method: z.enum(ownershipMethods) }),
);

/** Somebody else proved the channel later: tell the one who had it. */
export const claimDemoted = defineEvent("channel-claim.demoted", ClaimRef);

/** The proof counts for a few more days: remind its owner. Published once per proof. */
export const claimExpiring = defineEvent("channel-claim.expiring", ClaimRef);

/** The proof no longer counts, for its age or because the channel is another one now. */
export const claimLapsed = defineEvent(
  "channel-claim.lapsed",
  ClaimRef.extend({ reason: z.enum(["age", "identity_changed"]) }),
);
