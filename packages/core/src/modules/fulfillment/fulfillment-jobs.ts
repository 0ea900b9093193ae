import { z } from "zod";
import { defineJob } from "#infrastructure/jobs";

const LineRef = z.object({ lineId: z.string() });
const AttemptRef = z.object({ attemptId: z.string() });

/** Releases a line whose reading before the start did not come in time. */
export const releaseLineJob = defineJob({ id: "fulfillment.release-line", lane: "local", payload: LineRef });

/** Submits a ready line to a supplier. */
export const submitLineJob = defineJob({ id: "fulfillment.submit-line", lane: "suppliers", payload: LineRef });

/** Finds out what became of a submit whose answer got lost. */
export const reconcileAttemptJob = defineJob({
  id: "fulfillment.reconcile-attempt",
  lane: "suppliers",
  payload: AttemptRef.extend({ round: z.int().positive() }),
});

/** Asks a supplier how far it is. `number` is the poll's place in its chain; null for one asked out of turn. */
export const pollLineJob = defineJob({
  id: "fulfillment.poll-line",
  lane: "suppliers",
  payload: AttemptRef.extend({ number: z.nullable(z.int().positive()) }),
});

/** Asks a supplier to stop an order it has. */
export const cancelOrderJob = defineJob({
  id: "fulfillment.cancel-supplier-order",
  lane: "suppliers",
  payload: AttemptRef.extend({ externalId: z.string() }),
});

/** Holds a delivery against its plan. */
export const checkPaceJob = defineJob({ id: "fulfillment.check-pace", lane: "local", payload: LineRef });

/** Applies a stored webhook. */
export const applyWebhookJob = defineJob({
  id: "fulfillment.apply-webhook",
  lane: "local",
  payload: z.object({ providerId: z.string(), eventId: z.string() }),
});

/** Enqueues waiting lines again after a supplier came back, page by page. */
export const resumeLinesJob = defineJob({
  id: "fulfillment.resume-lines",
  lane: "local",
  payload: z.object({ occasion: z.string(), afterId: z.nullable(z.string()) }),
});
