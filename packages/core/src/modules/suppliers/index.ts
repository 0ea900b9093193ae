export type { HttpProviderConfig } from "./providers/http-provider-config.ts";
export {
  type BalanceOutcome,
  type CancelOutcome,
  type FindOutcome,
  type Provider,
  type SubmitOutcome,
  type SupplierOrder,
  type SupplierReport,
  type SupplierStatus,
  supplierStatuses,
} from "./providers/provider.ts";
export { type CostModel, quoteCost } from "./service.ts";
export { configurationInvalid, providerNotFound } from "./supplier-errors.ts";
export { providerResumed } from "./supplier-events.ts";
export { createSuppliers, type Suppliers, type SuppliersOptions } from "./suppliers.ts";
export type {
  ProviderDraft,
  ProviderKind,
  ProviderState,
  ProviderView,
  ServiceCandidate,
  ServiceDraft,
  ServiceMapping,
} from "./views.ts";
