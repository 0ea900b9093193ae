export { type Eligibility, type Ineligibility, ineligibilities } from "./evaluate-eligibility.ts";
export type { RefillQuery } from "./list-refills.ts";
export type { LineRefills } from "./list-standing.ts";
export { type Refill, type RefillOrigin, type RefillSubject, refillOrigins } from "./refill.ts";
export {
  refillApproved,
  refillCompleted,
  refillDeclined,
  refillFailed,
  refillRequested,
  refillSubmitted,
} from "./refill-events.ts";
export { refillInvariants } from "./refill-invariants.ts";
export { type RefillState, refillMachine, refillStates } from "./refill-states.ts";
export { createRefills, type Refills } from "./refills.ts";
export type { RefillRequest } from "./request-refill.ts";
