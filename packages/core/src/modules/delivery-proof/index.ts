export { createDeliveryProof, type DeliveryProof, type DeliveryProofDeps } from "./delivery-proof.ts";
export { minimumSample } from "./evaluate-metrics.ts";
export type { InspectedReading, LineInspection } from "./inspect-proof.ts";
export type {
  Assessment,
  Finding,
  LineProofView,
  ObservedChange,
  OrderProof,
  ProofMetrics,
  ReadingPhase,
} from "./proof.ts";
export { baselineSettled, lineAssessed, readingRequested } from "./proof-events.ts";
export { proofInvariants } from "./proof-invariants.ts";
