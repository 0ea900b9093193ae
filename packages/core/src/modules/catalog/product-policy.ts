import { type Actor, isStaff, isSystem } from "#kernel/actor";

const changes = (actor: Actor): boolean => actor.role === "admin" || isSystem(actor);
const reads = (actor: Actor): boolean => isStaff(actor) || isSystem(actor);

/** Who may do what to products. Whoever shops only ever sees what is published. */
export const mayOnProducts = {
  list: reads,
  checkPolicy: reads,
  save: changes,
  publish: changes,
  unpublish: changes,
} as const satisfies Readonly<Record<string, (actor: Actor) => boolean>>;

export type ProductAction = keyof typeof mayOnProducts;
