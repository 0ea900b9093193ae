import { type Actor, isStaff, isSystem, ownerOf } from "#kernel/actor";

const staffOrSystem = (actor: Actor): boolean => isStaff(actor) || isSystem(actor);

/** Who may do what with refills. Whose order it is was asked before. */
export const mayOnRefills = {
  request: (actor: Actor): boolean => staffOrSystem(actor) || ownerOf(actor) !== null,
  approve: staffOrSystem,
  decline: staffOrSystem,
  "see-all": staffOrSystem,
} as const satisfies Readonly<Record<string, (actor: Actor) => boolean>>;

export type RefillAction = keyof typeof mayOnRefills;
