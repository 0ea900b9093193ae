import { lineStates, orderStates } from "@smplat/contracts/vocabulary";
import { z } from "zod";
import { defineEvent } from "#infrastructure/events";

const OrderRef = z.object({ orderId: z.string() });

/** An order was placed and waits for its money. */
export const orderPlaced = defineEvent(
  "order.placed",
  OrderRef.extend({ cartId: z.string(), ownerId: z.string(), totalMinor: z.int(), currency: z.string() }),
);

/** The full amount was captured: the moment work may begin. Published once per order. */
export const orderPaid = defineEvent("order.paid", OrderRef.extend({ cartId: z.string(), number: z.string() }));

/** Every change of state, with the command that made it. */
export const orderStateChanged = defineEvent(
  "order.state-changed",
  OrderRef.extend({
    command: z.string(),
    from: z.enum(orderStates),
    to: z.enum(orderStates),
    version: z.int(),
  }),
);

/** Every line is done for the first time. */
export const orderDelivered = defineEvent("order.delivered", OrderRef);

/** The order ended without being delivered; `wasPaid` tells whether money has to go back. */
export const orderCanceled = defineEvent(
  "order.canceled",
  OrderRef.extend({ cartId: z.string(), wasPaid: z.boolean() }),
);

/** A hold was lifted or a dispute ended: lines that are ready may be submitted again. */
export const orderResumed = defineEvent("order.resumed", OrderRef);

/** Fulfillment reported a line. */
export const orderLineRecorded = defineEvent(
  "order.line-recorded",
  OrderRef.extend({
    lineId: z.string(),
    from: z.nullable(z.enum(lineStates)),
    to: z.enum(lineStates),
    deliveredUnits: z.int(),
  }),
);
