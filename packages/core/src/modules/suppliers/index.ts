export type { DryRun, DryRunResult } from "./dry-run.ts";
export { evaluateRules, type LineFacts, type RuleTrace, type ServiceRule } from "./evaluate-rules.ts";
export type { HttpProviderConfig } from "./providers/http-provider-config.ts";
export {
  type BalanceOutcome,
  type CancelOutcome,
  type FindOutcome,
  type Provider,
  type ProviderCapabilities,
  type QuoteOutcome,
  type RefillOutcome,
  type SubmitOutcome,
  type SupplierOrder,
  type SupplierReport,
  type SupplierStatus,
  supplierStatuses,
} from "./providers/provider.ts";
export {
  type BetaBelief,
  believe,
  type Estimate,
  emptyTally,
  meanOf,
  population,
  type QualityMetric,
  qualityMetrics,
  type Tally,
} from "./quality.ts";
export type { SupplierOutcome } from "./record-outcome.ts";
export { type CostModel, quoteCost } from "./service.ts";
export { configurationInvalid, providerNotFound } from "./supplier-errors.ts";
export { providerResumed, providerStateChanged, providerToppedUp } from "./supplier-events.ts";
export { createSuppliers, type Suppliers, type SuppliersOptions } from "./suppliers.ts";
export type {
  BalanceView,
  ProviderChange,
  ProviderDraft,
  ProviderKind,
  ProviderState,
  ProviderView,
  QualityView,
  ServiceCandidate,
  ServiceDraft,
  ServiceMapping,
  ServiceView,
  TrackRecord,
} from "./views.ts";
