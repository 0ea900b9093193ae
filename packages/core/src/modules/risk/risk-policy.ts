import { type Actor, isStaff, isSystem } from "#kernel/actor";
import { DomainError } from "#kernel/domain-error";

export type RiskAction = "see" | "decide" | "edit-lists" | "turn-dial";

/** Operators look and decide; who is always let through or refused, and how strict the shop is, is the admin's. */
const allowed: Readonly<Record<RiskAction, (actor: Actor) => boolean>> = {
  see: (actor) => isStaff(actor) || isSystem(actor),
  decide: isStaff,
  "edit-lists": (actor) => actor.role === "admin",
  "turn-dial": (actor) => actor.role === "admin",
};

export function authorizeRisk(actor: Actor, action: RiskAction): void {
  if (!allowed[action](actor)) throw new DomainError("auth.forbidden");
}
