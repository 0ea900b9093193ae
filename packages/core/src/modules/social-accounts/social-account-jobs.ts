import { z } from "zod";
import { defineJob } from "#infrastructure/jobs";

/** Reads a channel somebody showed interest in, so that its usual growth is known before work on it starts. */
export const watchAccountJob = defineJob({
  id: "social-accounts.watch-account",
  lane: "sources",
  payload: z.object({ accountId: z.string(), step: z.int().min(1) }),
});

/** Ends counts that staff stand for, when their time is over. */
export const endAttestationJob = defineJob({
  id: "social-accounts.end-attestation",
  lane: "local",
  payload: z.object({ attestationId: z.string() }),
});
