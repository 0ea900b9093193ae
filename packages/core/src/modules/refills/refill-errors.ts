import { DomainError } from "#kernel/domain-error";
import type { Ineligibility } from "./evaluate-eligibility.ts";
import type { RefillCommand, RefillState } from "./refill-states.ts";

/** No such refill, or not of an order the actor may see. */
export const refillNotFound = (refillId: string) => new DomainError("refill.not-found", { refillId });

/** The line has no claim to a make-good now. */
export const refillNotEligible = (lineId: string, why: Ineligibility) =>
  new DomainError("refill.not-eligible", { lineId, why });

/** There is one already: asked for, agreed to, or under way. */
export const refillAlreadyOpen = (lineId: string, refillId: string) =>
  new DomainError("refill.already-open", { lineId, refillId });

/** Somebody decided before. */
export const refillRefused = (command: RefillCommand, state: RefillState) =>
  new DomainError("refill.transition-refused", { command, state });

/** The actor may not do this with refills. */
export const refillForbidden = (action: string) => new DomainError("auth.forbidden", { action });
