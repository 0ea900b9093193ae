import { z } from "zod";
import { defineJob } from "#infrastructure/jobs";

const RefillRound = z.object({ refillId: z.string(), round: z.int().positive() });

/** Asks the supplier for an approved refill; later rounds look first whether an earlier one was taken. */
export const submitRefillJob = defineJob({ id: "refills.submit-refill", lane: "suppliers", payload: RefillRound });

/** Has the supplier asked how far a refill is, until it ends or its time is over. */
export const followRefillJob = defineJob({ id: "refills.follow-refill", lane: "local", payload: RefillRound });
