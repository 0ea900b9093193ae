import { type Actor, isStaff, isSystem } from "#kernel/actor";

const staffOrSystem = (actor: Actor): boolean => isStaff(actor) || isSystem(actor);

/** Who may do what with lines that suppliers work on. Customers never see any of it. */
export const mayOnFulfillment = {
  see: staffOrSystem,
  replay: staffOrSystem,
  cancel: staffOrSystem,
  "work-desk": staffOrSystem,
  "resolve-follow-up": staffOrSystem,
} as const satisfies Readonly<Record<string, (actor: Actor) => boolean>>;

export type FulfillmentAction = keyof typeof mayOnFulfillment;
