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

/** A finished line's evidence names placements at other addresses than before, the first time when it is finished. */
export const placementsChanged = defineEvent("fulfillment.placements-changed", LineRef);

/** A supplier that was asked to make a finished delivery good is done with it, whatever came of it. */
export const makeGoodEnded = defineEvent(
  "fulfillment.make-good-ended",
  LineRef.extend({ state: z.enum(lineStates), deliveredUnits: z.int(), orderedUnits: z.int() }),
);

/** Less was delivered than half of what the plan wanted by now. For staff; the promise may still hold. */
export const lineBehind = defineEvent(
  "fulfillment.line-behind",
  LineRef.extend({ deliveredUnits: z.int(), orderedUnits: z.int() }),
);

/** The promised time is over and the delivery is not. `expectedAt` is null where nobody can say. */
export const lineLate = defineEvent(
  "fulfillment.line-late",
  LineRef.extend({
    productId: z.string(),
    deliveredUnits: z.int(),
    orderedUnits: z.int(),
    expectedAt: z.nullable(z.coerce.date()),
  }),
);

/** One supplier refused and the next one is asked. For staff. */
export const lineRerouted = defineEvent(
  "fulfillment.line-rerouted",
  LineRef.extend({ attemptId: z.string(), reason: z.string() }),
);

/** Every supplier that could do the line refused: the order waits for a person, and the buyer is told so. */
export const lineStalled = defineEvent("fulfillment.line-stalled", LineRef.extend({ productId: z.string() }));

/** A person decided about a line: replayed, sent elsewhere, or taken back. */
export const lineCommanded = defineEvent(
  "fulfillment.line-commanded",
  LineRef.extend({
    command: z.enum(["replay", "reroute", "cancel"]),
    reason: z.nullable(z.string()),
    at: z.nullable(z.coerce.date()),
    by: z.nullable(z.string()),
  }),
);

/** The line ended without a delivery. */
export const lineCanceled = defineEvent("fulfillment.line-canceled", LineRef.extend({ productId: z.string() }));

/** Something a person has to look at: `kind` names it as the follow-up's row does. */
export const followUpRaised = defineEvent(
  "fulfillment.follow-up-raised",
  LineRef.extend({ attemptId: z.nullable(z.string()), kind: z.string(), detail: z.string() }),
);
