import type { RiskDecision, RiskList } from "@smplat/contracts/vocabulary";
import type { Contribution, Evaluation } from "./assessment.ts";
import { agreeBits, disagreeBits, oddsBits, posteriorOf } from "./match-weight.ts";
import type { RiskFacts } from "./risk-facts.ts";
import { abusePrior, type SignalDefinition, signals } from "./risk-signals.ts";

/** From which posterior on a decision holds, strictest first. */
const bands: readonly { readonly from: number; readonly decision: RiskDecision }[] = [
  { from: 0.85, decision: "block" },
  { from: 0.6, decision: "review" },
  { from: 0.3, decision: "step-up" },
];

/** What a posterior alone leads to. */
export const decisionOf = (posterior: number): RiskDecision =>
  bands.find(({ from }) => posterior >= from)?.decision ?? "allow";

/**
 * Scores an attempt: prior odds and the bits of every signal that can be read, added up. A list entry or a lock decides
 * alone, in this order: allow list, block list, failed cards; the score is given all the same. Pure.
 */
export function evaluateRisk(facts: RiskFacts, lists: ReadonlySet<RiskList>, now: Date): Evaluation {
  const contributions = signals
    .map((signal) => contributionOf(signal, facts))
    .filter((contribution) => contribution !== null)
    .sort((a, b) => b.bits - a.bits);
  const bits = contributions.reduce((sum, contribution) => sum + contribution.bits, oddsBits(abusePrior));
  const posterior = posteriorOf(bits);
  const scored = { posterior, contributions };
  if (lists.has("allow")) return { ...scored, decision: "allow", rule: "allow-list" };
  if (lists.has("block")) return { ...scored, decision: "block", rule: "block-list" };
  if (facts.lockedUntil !== null && facts.lockedUntil > now) {
    return { ...scored, decision: "block", rule: "failed-cards" };
  }
  return { ...scored, decision: decisionOf(posterior), rule: null };
}

function contributionOf(signal: SignalDefinition, facts: RiskFacts): Contribution | null {
  const value = signal.read(facts);
  if (value === null) return null;
  const reached = signal.levels.findLast(({ from }) => value >= from);
  if (reached !== undefined) return { signal: signal.name, bits: agreeBits(reached), value };
  return signal.absence === "silent" ? null : { signal: signal.name, bits: disagreeBits(signal.levels[0]), value };
}
