import { type Actor, isStaff, isSystem } from "#kernel/actor";

const staffOrSystem = (actor: Actor): boolean => isStaff(actor) || isSystem(actor);
const adminOrSystem = (actor: Actor): boolean => actor.role === "admin" || isSystem(actor);

/** Who may do what with suppliers and the lines they work on. Customers never see any of it. */
export const mayOnFulfillment = {
  see: staffOrSystem,
  replay: staffOrSystem,
  cancel: staffOrSystem,
  "work-desk": staffOrSystem,
  "resolve-follow-up": staffOrSystem,
  "pause-provider": staffOrSystem,
  "configure-provider": adminOrSystem,
} as const satisfies Readonly<Record<string, (actor: Actor) => boolean>>;

export type FulfillmentAction = keyof typeof mayOnFulfillment;
