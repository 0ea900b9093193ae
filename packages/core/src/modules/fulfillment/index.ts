export { type Attempt, type AttemptState, attemptStates, troubleOf } from "./attempt.ts";
export type { FulfillmentDeps } from "./deps.ts";
export { createFulfillment, type Fulfillment } from "./fulfillment.ts";
export {
  followUpRaised,
  lineAccepted,
  lineAwaitingBaseline,
  lineBehind,
  lineCanceled,
  lineCommanded,
  lineCompleted,
  lineLate,
  lineProgressed,
  lineRerouted,
  lineStalled,
  makeGoodEnded,
  placementsChanged,
} from "./fulfillment-events.ts";
export { fulfillmentInvariants } from "./fulfillment-invariants.ts";
export type { FulfillmentLine, LineBrief } from "./line.ts";
export { type LineCommand, lineMachine } from "./line-states.ts";
export { type PacingPlan, scheduledUnits } from "./pacing.ts";
export { type RouteCandidate, type RouteDecision, type RouteRequest, routeLine } from "./route-line.ts";
export { type RoutingPolicy, routingPolicy } from "./routing-policy.ts";
export type {
  AttemptView,
  Baseline,
  DeskReport,
  FollowUp,
  FollowUpKind,
  PlacementRef,
  ProviderAttempt,
  RoutingDecision,
  RoutingReplay,
} from "./views.ts";
