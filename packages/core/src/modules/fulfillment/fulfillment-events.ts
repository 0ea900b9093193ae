import { lineStates } from "@smplat/contracts/vocabulary";
import { z } from "zod";
import { defineEvent } from "#infrastructure/events";

const LineRef = z.object({ orderId: z.string(), lineId: z.string() });

/**
 * A line of a paid order exists and waits for the reading of its channel before the start. Whoever reads answers with
 * `release`; at the deadline the line goes on without.
 */
export const lineAwaitingBaseline = defineEvent(
  "fulfillment.line-awaiting-baseline",
  LineRef.extend({
    productId: z.string(),
    socialAccountId: z.nullable(z.string()),
    orderedUnits: z.int(),
    /** Business time. */
    deadlineAt: z.coerce.date(),
  }),
);

/** A supplier took the line on: the delivery runs from `startedAt` and is promised for `dueAt`, both business time. */
export const lineAccepted = defineEvent(
  "fulfillment.line-accepted",
  LineRef.extend({
    productId: z.string(),
    socialAccountId: z.nullable(z.string()),
    orderedUnits: z.int(),
    startedAt: z.coerce.date(),
    dueAt: z.coerce.date(),
  }),
);

/** More was delivered. */
export const lineProgressed = defineEvent(
  "fulfillment.line-progressed",
  LineRef.extend({ productId: z.string(), deliveredUnits: z.int(), orderedUnits: z.int() }),
);

/** The supplier is done, in full or short. Published again when evidence changes the outcome later (`recount`). */
export const lineCompleted = defineEvent(
  "fulfillment.line-completed",
  LineRef.extend({
    productId: z.string(),
    socialAccountId: z.nullable(z.string()),
    state: z.enum(lineStates),
    deliveredUnits: z.int(),
    orderedUnits: z.int(),
    onTime: z.boolean(),
    completedAt: z.coerce.date(),
    recount: z.boolean(),
  }),
);

/** The line ended without a delivery. */
export const lineCanceled = defineEvent("fulfillment.line-canceled", LineRef.extend({ productId: z.string() }));

/** Something a person has to look at: `kind` names it as the follow-up's row does. */
export const followUpRaised = defineEvent(
  "fulfillment.follow-up-raised",
  LineRef.extend({ attemptId: z.nullable(z.string()), kind: z.string(), detail: z.string() }),
);
