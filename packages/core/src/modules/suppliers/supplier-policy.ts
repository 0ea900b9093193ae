import { type Actor, isStaff, isSystem } from "#kernel/actor";

const staffOrSystem = (actor: Actor): boolean => isStaff(actor) || isSystem(actor);
const adminOrSystem = (actor: Actor): boolean => actor.role === "admin" || isSystem(actor);

/** Who may do what with suppliers. Customers never see any of it. */
export const mayOnSuppliers = {
  see: staffOrSystem,
  pause: staffOrSystem,
  configure: adminOrSystem,
} as const satisfies Readonly<Record<string, (actor: Actor) => boolean>>;

export type SupplierAction = keyof typeof mayOnSuppliers;
