import type { Actor } from "#kernel/actor";
import { isStaff, isSystem, ownerOf } from "#kernel/actor";
import type { Order } from "./order.ts";
import type { OrderCommand } from "./order-states.ts";

type Owned = Pick<Order, "ownerId" | "state">;

const owns = (actor: Actor, order: Owned): boolean => ownerOf(actor) === order.ownerId;
const reads = (actor: Actor): boolean => actor.role === "service" && actor.scopes.includes("orders:read");
const systemOnly = (actor: Actor): boolean => isSystem(actor);
const staffOrSystem = (actor: Actor): boolean => isStaff(actor) || isSystem(actor);

/** Who may see an order. Everybody else gets `order.not-found`, as if it were not there. */
export const maySee = (actor: Actor, order: Owned): boolean =>
  owns(actor, order) || isStaff(actor) || isSystem(actor) || reads(actor);

const rules: Readonly<Record<OrderCommand, (actor: Actor, order: Owned) => boolean>> = {
  "confirm-payment": systemOnly,
  expire: systemOnly,
  cancel: (actor, order) => staffOrSystem(actor) || (owns(actor, order) && order.state !== "on_hold"),
  lines: systemOnly,
  "approve-refill": staffOrSystem,
  refills: systemOnly,
  close: systemOnly,
  hold: staffOrSystem,
  resume: isStaff,
  refunds: systemOnly,
  "open-dispute": systemOnly,
  "win-dispute": systemOnly,
  "lose-dispute": systemOnly,
};

/** Who may ask for a transition, whatever the order's state allows. */
export const mayCommand = (actor: Actor, command: OrderCommand, order: Owned): boolean => rules[command](actor, order);
