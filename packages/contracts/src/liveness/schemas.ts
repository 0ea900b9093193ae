import * as z from "zod/mini";
import { OrderId, OrderLineId } from "../orders/schemas.ts";
import { Instant, id } from "../schemas.ts";
import { lookReasons, lookVerdicts, pageStandings } from "../vocabulary/liveness.ts";

export const PlacementId = id("plc");

/** `not-checked`: nobody has looked yet. `in-doubt`: the last looks contradict what counts, too few of them to change it. */
export const PageStanding = z.enum(pageStandings);

/** One look at a placement: `unknown` means that the look could not tell. */
export const PlacementLook = z.strictObject({ at: Instant, verdict: z.enum(lookVerdicts) });
export type PlacementLook = z.infer<typeof PlacementLook>;

const placement = {
  id: PlacementId,
  lineId: OrderLineId,
  address: z.string(),
  title: z.string(),
  standing: PageStanding,
  /** Whether it counts as delivered. */
  counts: z.boolean(),
  /** The last look that found it there. */
  seenAt: z.nullable(Instant),
  /** Since when it is not there, as far as our looks can tell; null while it counts. */
  goneSince: z.nullable(Instant),
  lastLookAt: z.nullable(Instant),
  /** When we look next; null once the guarantee leaves no room for another look. */
  nextLookAt: z.nullable(Instant),
  lookCount: z.int(),
} as const;

/** A placement as its buyer sees it, with its newest looks, newest first. */
export const Placement = z.strictObject({ ...placement, looks: z.array(PlacementLook) });
export type Placement = z.infer<typeof Placement>;

/** An order's placements, oldest first. Orders without any, and those not delivered yet, have none. */
export const OrderPlacements = z.strictObject({ orderId: OrderId, items: z.array(Placement) });
export type OrderPlacements = z.infer<typeof OrderPlacements>;

/** A look as it went, for staff. */
export const InspectedLook = z.strictObject({
  number: z.int(),
  at: Instant,
  verdict: z.enum(lookVerdicts),
  reason: z.enum(lookReasons),
  /** The last HTTP status; null when none came. */
  status: z.nullable(z.int()),
  /** Where the answer came from after redirects; null when from the address itself. */
  answeredBy: z.nullable(z.string()),
  latencyMs: z.int(),
});
export type InspectedLook = z.infer<typeof InspectedLook>;

export const InspectedPlacement = z.strictObject({
  ...placement,
  /** The first of the looks that contradict what counts. */
  doubtSince: z.nullable(Instant),
  /** Looks in a row that could not tell. */
  unanswered: z.int(),
  watchedFrom: Instant,
  guaranteeEndsAt: Instant,
  looks: z.array(InspectedLook),
});
export type InspectedPlacement = z.infer<typeof InspectedPlacement>;

export const InspectedPlacements = z.strictObject({ orderId: OrderId, items: z.array(InspectedPlacement) });
export type InspectedPlacements = z.infer<typeof InspectedPlacements>;
