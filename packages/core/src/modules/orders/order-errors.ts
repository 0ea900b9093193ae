import { DomainError } from "#kernel/domain-error";
import type { OrderCommand } from "./order-states.ts";

/** The order does not exist, or the actor may not know that it does. */
export const orderNotFound = (orderId: string) => new DomainError("order.not-found", { orderId });

/** No edge for this command from where the order stands, or its guard said no. */
export const transitionRefused = (command: OrderCommand, why: string, allowed: readonly OrderCommand[]) =>
  new DomainError("order.transition-refused", { command, why, allowed });

/** The caller decided on an older version of the order than the one stored. */
export const orderVersionConflict = (expected: number, actual: number) =>
  new DomainError("order.version-conflict", { expected, actual });

/** The cart already became an order that was not canceled. */
export const orderAlreadyPlaced = (orderId: string) => new DomainError("order.already-placed", { orderId });

/** The actor sees the order but may not do this to it. */
export const orderForbidden = (command: OrderCommand) => new DomainError("auth.forbidden", { command });
