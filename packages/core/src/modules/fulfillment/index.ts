export type { Attempt, AttemptState, SupplierStatus } from "./attempt.ts";
export type {
  AttemptView,
  Baseline,
  DeskReport,
  FollowUp,
  FollowUpKind,
  Fulfillment,
  ProviderDraft,
  ProviderKind,
  ProviderState,
  ProviderView,
  ServiceDraft,
  ServiceMapping,
} from "./fulfillment.ts";
export {
  followUpRaised,
  lineAccepted,
  lineAwaitingBaseline,
  lineCanceled,
  lineCompleted,
  lineProgressed,
} from "./fulfillment-events.ts";
export type { FulfillmentLine, LineBrief } from "./line.ts";
export { type LineCommand, lineMachine } from "./line-states.ts";
export type { CostModel } from "./service.ts";
