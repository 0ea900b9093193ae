export { type Attempt, type AttemptState, attemptStates, type SupplierStatus, supplierStatuses } from "./attempt.ts";
export { createFulfillment, type Fulfillment, type FulfillmentOptions } from "./fulfillment.ts";
export {
  followUpRaised,
  lineAccepted,
  lineAwaitingBaseline,
  lineCanceled,
  lineCompleted,
  lineProgressed,
} from "./fulfillment-events.ts";
export { fulfillmentInvariants } from "./fulfillment-invariants.ts";
export type { FulfillmentLine, LineBrief } from "./line.ts";
export { type LineCommand, lineMachine } from "./line-states.ts";
export type { HttpProviderConfig } from "./providers/http-provider-config.ts";
export type { Provider } from "./providers/provider.ts";
export type { CostModel } from "./service.ts";
export type {
  AttemptView,
  Baseline,
  DeskReport,
  FollowUp,
  FollowUpKind,
  ProviderDraft,
  ProviderKind,
  ProviderState,
  ProviderView,
  ServiceDraft,
  ServiceMapping,
} from "./views.ts";
