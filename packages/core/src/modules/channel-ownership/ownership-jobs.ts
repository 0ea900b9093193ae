import { z } from "zod";
import { defineJob } from "#infrastructure/jobs";

/** `provenAt` names the proof: one that was renewed meanwhile has jobs of its own. */
const payload = z.object({ claimId: z.string(), provenAt: z.iso.datetime() });

/** Reminds an owner a week before a proof's time is over. */
export const remindOwnerJob = defineJob({ id: "channel-ownership.remind-owner", lane: "local", payload });

/** Notes that a proof's time is over. */
export const lapseClaimJob = defineJob({ id: "channel-ownership.lapse-claim", lane: "local", payload });

/** Drops codes nobody proved and trips to consent pages, a month after their end. */
export const purgeChallengesJob = defineJob({
  id: "channel-ownership.purge-challenges",
  lane: "local",
  payload: z.object({}),
  cron: "41 3 * * *",
});
