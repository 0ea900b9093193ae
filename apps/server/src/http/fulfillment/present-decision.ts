import type { RoutingDecision } from "@smplat/contracts";
import type { RoutingDecision as CoreDecision } from "@smplat/core";

/** A choice of supplier with its candidates, for staff. */
export function presentDecision(decision: CoreDecision): RoutingDecision {
  const { id, orderId, lineId, number, outcome, reason, providerId, service, policyVersion, seed } = decision;
  return {
    ...{ id, orderId, lineId, number, outcome, reason, providerId, service, policyVersion, seed },
    decidedAt: decision.decidedAt.toISOString(),
    candidates: decision.candidates.map((candidate) => ({
      providerId: candidate.providerId,
      providerName: candidate.providerName,
      service: candidate.service,
      cost: { amountMinor: candidate.costMinor, currency: candidate.currency },
      price: { amountMinor: candidate.priceMinor, currency: candidate.currency },
      sampled: candidate.sampled,
      valueMinor: candidate.valueMinor,
      inFlight: candidate.inFlight,
      inFlightCap: candidate.inFlightCap,
      obstacles: [...candidate.obstacles],
      rules: candidate.rules.map((rule) => ({ ...rule })),
    })),
  };
}
