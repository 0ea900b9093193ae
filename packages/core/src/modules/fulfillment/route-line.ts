import type { Currency } from "@smplat/contracts/vocabulary";
import { type SeededRandom, sampleBeta, seededRandom } from "@smplat/inference";
import type { BetaBelief, ProviderState, RuleTrace } from "#modules/suppliers";
import type { RoutingPolicy } from "./routing-policy.ts";

/** What is known of one service when a line is routed. Money in minor units of the service's currency. */
export interface RouteCandidate {
  readonly providerId: string;
  readonly providerName: string;
  readonly providerState: ProviderState;
  readonly service: string;
  readonly isActive: boolean;
  /** Mapped to the product itself, not to its service key. */
  readonly ofProduct: boolean;
  readonly priority: number;
  readonly unitsPerItem: number;
  readonly quantity: number;
  readonly currency: Currency;
  readonly costMinor: number;
  /** What the line earns, in the service's currency. */
  readonly priceMinor: number;
  readonly rules: readonly RuleTrace[];
  readonly beliefs: Readonly<Record<"submit" | "success" | "on-time" | "refill", BetaBelief>>;
  /** 95 % of the belief in its success lies below this. */
  readonly successHigh: number;
  readonly inFlight: number;
  /** `max(5, 2 × completed per median duration)`. */
  readonly inFlightCap: number;
  /** The supplier's own limit; null without one. */
  readonly maxInFlight: number | null;
  /** What became of earlier submits of this line there; `excluded`: the line is not to go there again. */
  readonly tried: "no" | "not_sent" | "refused" | "excluded";
}

export interface RouteRequest {
  readonly seed: number;
  /** Lines that a person looked at are not experimented with. */
  readonly isHighRisk: boolean;
}

/** Why a service is not taken, or taken only for want of a better one. */
export type Obstacle =
  | "inactive"
  | "rule"
  | "drained"
  | "excluded"
  | "paused"
  | "full"
  | "refused-before"
  | "not-sent-before"
  | "below-floor"
  | "loses-money"
  | "at-cap";

/** A candidate with all that was made of it. */
export interface ScoredCandidate extends RouteCandidate {
  readonly obstacles: readonly Obstacle[];
  /** Drawn chance that it works out; null for one that was never in question. */
  readonly sampled: number | null;
  /** Expected earnings with that chance; null likewise. */
  readonly valueMinor: number | null;
}

export type RouteReason =
  | "only-one"
  | "best-value"
  | "exploration"
  | "best-of-the-rest"
  | "all-paused"
  | "all-full"
  | "none-mapped"
  | "none-eligible";

export interface RouteDecision {
  readonly outcome: "chosen" | "waiting" | "none";
  readonly reason: RouteReason;
  /** Index in `candidates`. */
  readonly chosen: number | null;
  readonly candidates: readonly ScoredCandidate[];
}

/** Never: the service can't or must not do the line. */
const shut: ReadonlySet<Obstacle> = new Set(["inactive", "rule", "drained", "excluded"]);
/** Not now: the line may wait for it. */
const later: ReadonlySet<Obstacle> = new Set(["paused", "full"]);

/**
 * Who does the work. Services of the product itself go before those of its service key; of what may be taken now the
 * one with the highest expected value, its chance of success drawn from what is believed of it (discounted Thompson
 * sampling), except for a small share of random picks. Pure: the same request, candidates and policy decide alike.
 */
export function routeLine(
  request: RouteRequest,
  candidates: readonly RouteCandidate[],
  policy: RoutingPolicy,
): RouteDecision {
  const random = seededRandom(request.seed);
  const own = candidates.some((candidate) => candidate.ofProduct && candidate.providerState !== "retired");
  const scored = candidates
    .filter((candidate) => candidate.providerState !== "retired" && (!own || candidate.ofProduct))
    .toSorted((a, b) => a.priority - b.priority || compare(a.providerId, b.providerId) || compare(a.service, b.service))
    .map((candidate) => score(random, candidate, policy));
  if (scored.length === 0) return { outcome: "none", reason: "none-mapped", chosen: null, candidates: scored };
  const open = scored.filter((candidate) => !candidate.obstacles.some((obstacle) => shut.has(obstacle)));
  if (open.length === 0) return { outcome: "none", reason: "none-eligible", chosen: null, candidates: scored };
  const ready = open.filter((candidate) => !candidate.obstacles.some((obstacle) => later.has(obstacle)));
  if (ready.length === 0) {
    const isFull = open.some((candidate) => candidate.obstacles.includes("full"));
    return { outcome: "waiting", reason: isFull ? "all-full" : "all-paused", chosen: null, candidates: scored };
  }
  const { pick, reason } = choose(random, ready, request, policy);
  return { outcome: "chosen", reason, chosen: scored.indexOf(pick), candidates: scored };
}

function score(random: SeededRandom, candidate: RouteCandidate, policy: RoutingPolicy): ScoredCandidate {
  const obstacles = obstaclesOf(candidate, policy);
  // Every candidate draws, so that what is drawn for one does not depend on the obstacles of another.
  const drawn = draw(random, candidate.beliefs.submit) * draw(random, candidate.beliefs.success);
  if (obstacles.some((obstacle) => shut.has(obstacle))) {
    return { ...candidate, obstacles, sampled: null, valueMinor: null };
  }
  return { ...candidate, obstacles, sampled: drawn, valueMinor: expectedValue(candidate, drawn, policy) };
}

/** EV = P·(price − cost) − (1 − P)·(refund + support) − E[refill]·cost − E[late]·λ; a failed line is refunded whole. */
export function expectedValue(
  candidate: Pick<RouteCandidate, "priceMinor" | "costMinor" | "beliefs">,
  chance: number,
  policy: RoutingPolicy,
): number {
  const { priceMinor, costMinor, beliefs } = candidate;
  const lost = priceMinor + policy.supportMinor;
  const refills = mean(beliefs.refill) * costMinor;
  const lateness = (1 - mean(beliefs["on-time"])) * policy.latenessShare * priceMinor;
  return chance * (priceMinor - costMinor) - (1 - chance) * lost - refills - lateness;
}

function obstaclesOf(candidate: RouteCandidate, policy: RoutingPolicy): Obstacle[] {
  const found: (Obstacle | false)[] = [
    !candidate.isActive && "inactive",
    candidate.rules.some((rule) => !rule.passed) && "rule",
    candidate.providerState === "drained" && "drained",
    candidate.providerState === "paused" && "paused",
    candidate.maxInFlight !== null && candidate.inFlight >= candidate.maxInFlight && "full",
    candidate.tried === "excluded" && "excluded",
    candidate.tried === "refused" && "refused-before",
    candidate.tried === "not_sent" && "not-sent-before",
    candidate.successHigh < policy.successFloor && "below-floor",
    candidate.costMinor > candidate.priceMinor && "loses-money",
    candidate.inFlight >= candidate.inFlightCap && "at-cap",
  ];
  return found.filter((obstacle) => obstacle !== false);
}

/** How much is held against a candidate that could be taken: the worst obstacle counts. */
const demotions: Readonly<Partial<Record<Obstacle, number>>> = {
  "at-cap": 1,
  "loses-money": 2,
  "below-floor": 3,
  "not-sent-before": 4,
  "refused-before": 5,
};
const demotion = (candidate: ScoredCandidate): number =>
  Math.max(0, ...candidate.obstacles.map((obstacle) => demotions[obstacle] ?? 0));

function choose(
  random: SeededRandom,
  ready: readonly ScoredCandidate[],
  request: RouteRequest,
  policy: RoutingPolicy,
): { pick: ScoredCandidate; reason: RouteReason } {
  const least = Math.min(...ready.map(demotion));
  const pool = ready.filter((candidate) => demotion(candidate) === least);
  const best = pool.reduce((a, b) => ((b.valueMinor ?? 0) > (a.valueMinor ?? 0) ? b : a));
  if (ready.length === 1) return { pick: best, reason: "only-one" };
  if (least > 0) return { pick: best, reason: "best-of-the-rest" };
  if (pool.length === 1) return { pick: best, reason: "best-value" };
  const explored = Math.min(policy.explorationMax, policy.explorationShare * pool.length);
  if (!request.isHighRisk && random.uniform() < explored) {
    return { pick: pool[Math.floor(random.uniform() * pool.length)] ?? best, reason: "exploration" };
  }
  return { pick: best, reason: "best-value" };
}

const draw = (random: SeededRandom, belief: BetaBelief): number => sampleBeta(random, belief.a, belief.b);
const mean = (belief: BetaBelief): number => belief.a / (belief.a + belief.b);
// By code units: a locale would make a replay on another machine another decision.
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
