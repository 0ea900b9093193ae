import { betaQuantile } from "@smplat/inference";
import type { Scope, Tx } from "#infrastructure/database";
import { newId } from "#kernel/id";
import type { OrderLine, OrderWithLines } from "#modules/orders";
import { believe, evaluateRules, quoteCost, type ServiceCandidate, type TrackRecord } from "#modules/suppliers";
import type { FulfillmentDeps } from "./deps.ts";
import { decisionNotFound } from "./fulfillment-errors.ts";
import { type FulfillmentLine, hoursForSupplier } from "./line.ts";
import { type RouteCandidate, type RouteDecision, routeLine, type ScoredCandidate } from "./route-line.ts";
import { routingPolicy, routingPolicyOf } from "./routing-policy.ts";
import { countInFlight, findDecision, insertDecision, listTried } from "./routing-repository.ts";
import type { RoutingDecision, RoutingReplay } from "./views.ts";

/** What became of a choice: who does the work, or why nobody does it now. */
export type Route =
  | { readonly kind: "chosen"; readonly service: ScoredCandidate; readonly decisionId: string }
  | { readonly kind: "waiting"; readonly reason: "all-paused" | "all-full" }
  | { readonly kind: "none" };

/**
 * Chooses who does a line's next submit, and keeps the choice with all it was made from. Suppliers are held against a
 * change of state until the transaction ends, so what is chosen active stays so until the submit's intent is written.
 */
export async function decideRoute(
  deps: Pick<FulfillmentDeps, "clock" | "suppliers">,
  tx: Tx,
  line: FulfillmentLine,
  order: OrderWithLines,
): Promise<Route> {
  const ordered = order.lines.find((candidate) => candidate.id === line.id);
  if (ordered === undefined) return { kind: "none" };
  const candidates = await gather(deps, tx, line, order, ordered);
  const number = line.attemptCount + 1;
  const request = { seed: seedOf(`${line.id} ${number}`), isHighRisk: order.reviewReason !== null };
  const decision = routeLine(request, candidates, routingPolicy);
  const id = newId("rte");
  const chosen = decision.chosen === null ? undefined : decision.candidates[decision.chosen];
  await insertDecision(tx, {
    id,
    lineId: line.id,
    orderId: line.orderId,
    number,
    attemptId: null,
    outcome: decision.outcome,
    reason: decision.reason,
    providerId: chosen?.providerId ?? null,
    service: chosen?.service ?? null,
    policyVersion: routingPolicy.version,
    seed: request.seed,
    request,
    candidates: decision.candidates,
    decidedAt: deps.clock.now(),
  });
  if (chosen !== undefined) return { kind: "chosen", service: chosen, decisionId: id };
  if (decision.reason === "all-paused" || decision.reason === "all-full") {
    return { kind: "waiting", reason: decision.reason };
  }
  return { kind: "none" };
}

/** Whether a supplier that takes orders now, and is not out for this line, could do it. */
export async function canRoute(
  deps: Pick<FulfillmentDeps, "clock" | "suppliers">,
  tx: Tx,
  line: FulfillmentLine,
  order: OrderWithLines,
): Promise<boolean> {
  const ordered = order.lines.find((candidate) => candidate.id === line.id);
  if (ordered === undefined) return false;
  const candidates = await gather(deps, tx, line, order, ordered);
  return routeLine({ seed: 0, isHighRisk: true }, candidates, routingPolicy).outcome === "chosen";
}

/** Makes a kept decision again from what was kept. Throws `routing.decision-not-found`. */
export async function replayDecision(scope: Scope, decisionId: string): Promise<RoutingReplay> {
  const kept = await findDecision(scope, decisionId);
  const policy = kept === null ? null : routingPolicyOf(kept.policyVersion);
  if (kept === null || policy === null) throw decisionNotFound(decisionId);
  const again = routeLine(kept.request, kept.candidates, policy);
  return { decision: kept, again, isSame: isSame(kept, again) };
}

function isSame(kept: RoutingDecision, again: RouteDecision): boolean {
  const chosen = again.chosen === null ? undefined : again.candidates[again.chosen];
  const drawn = (candidates: readonly ScoredCandidate[]) =>
    JSON.stringify(
      candidates.map(({ providerId, service, sampled, valueMinor }) => [providerId, service, sampled, valueMinor]),
    );
  return (
    again.outcome === kept.outcome &&
    again.reason === kept.reason &&
    (chosen?.providerId ?? null) === kept.providerId &&
    (chosen?.service ?? null) === kept.service &&
    drawn(again.candidates) === drawn(kept.candidates)
  );
}

async function gather(
  deps: Pick<FulfillmentDeps, "clock" | "suppliers">,
  tx: Tx,
  line: FulfillmentLine,
  order: OrderWithLines,
  ordered: OrderLine,
): Promise<RouteCandidate[]> {
  // By what was bought, not by what the catalogue says today.
  const target = { productId: line.productId, serviceKey: ordered.product.serviceKey };
  const services = await deps.suppliers.listCandidates(tx, target);
  if (services.length === 0) return [];
  const [records, inFlight, tried] = [
    await deps.suppliers.trackRecords(tx, services, line.brief.platform),
    await countInFlight(tx, [...new Set(services.map((service) => service.providerId))]),
    await listTried(tx, line.id),
  ];
  const options = Object.entries(ordered.selection.options).flatMap(([group, keys]) =>
    keys.map((key) => `${group}/${key}`),
  );
  const price = pricer(services, order, ordered, line.orderedUnits);
  return services.map((service) => {
    const quantity = line.orderedUnits * service.unitsPerItem;
    const facts = {
      platform: line.brief.platform,
      country: order.billing.address.country,
      options,
      quantity,
      hours: hoursForSupplier(line.deliversWithinHours),
    };
    const key = `${service.providerId} ${service.service}`;
    return {
      ...candidateOf(service, quantity, records.get(key)),
      priceMinor: price(service),
      rules: evaluateRules(service.rules, facts),
      inFlight: inFlight.get(service.providerId) ?? 0,
      tried: line.excludedProviders.includes(service.providerId) ? "excluded" : (tried.get(key) ?? "no"),
    };
  });
}

const nothingKnown = { sum: 0, squares: 0, weight: 0, observations: 0 };
/** Of a hundred completed lines a supplier at large has five made good. */
const refillPrior = { a: 1, b: 19 };

function candidateOf(service: ServiceCandidate, quantity: number, record: TrackRecord | undefined) {
  const cell = (metric: keyof TrackRecord["cells"]) =>
    record?.cells[metric] ?? { own: nothingKnown, siblings: nothingKnown };
  const belief = (metric: "submit" | "success" | "on-time") => believe(cell(metric).own, cell(metric).siblings);
  const success = belief("success");
  const { rules: _, cost, ...known } = service;
  return {
    ...known,
    quantity,
    costMinor: quoteCost(cost, quantity),
    beliefs: {
      submit: belief("submit"),
      success,
      "on-time": belief("on-time"),
      refill: believe(cell("refill").own, cell("refill").siblings, refillPrior),
    },
    successHigh: betaQuantile(0.95, success.a, success.b),
    inFlightCap: Math.max(routingPolicy.inFlightFloor, Math.ceil(2 * (record?.completedPerDelivery ?? 0))),
  };
}

/**
 * What the line earns in the currency its supplier is paid in. The shop converts no money: for an order in another
 * currency twice the dearest candidate's cost stands in, the same for all, so that cost and quality still decide.
 */
function pricer(services: readonly ServiceCandidate[], order: OrderWithLines, line: OrderLine, units: number) {
  const costs = services.map((service) => quoteCost(service.cost, units * service.unitsPerItem));
  const standIn = 2 * Math.max(...costs);
  return (service: ServiceCandidate): number => (service.currency === order.currency ? line.netMinor : standIn);
}

/** FNV-1a, 32 bits: the same line and submit always draw the same numbers. */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return hash;
}
