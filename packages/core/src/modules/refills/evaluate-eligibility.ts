import type { LineState } from "@smplat/contracts/vocabulary";

/** What decides whether a line has a claim to a make-good. Units are the product's. */
export interface RefillFacts {
  readonly state: LineState | null;
  readonly orderedUnits: number;
  readonly deliveredUnits: number;
  readonly thresholdPercent: number;
  readonly guaranteeEndsAt: Date | null;
  /** Nothing more is owed: the order ended, or the line's price was returned or is on its way back. */
  readonly settled: boolean;
  readonly hasOpenRefill: boolean;
}

export const ineligibilities = [
  "not-delivered-yet",
  "settled",
  "window-over",
  "delivered-in-full",
  "already-open",
] as const;
/** Why a line has no claim now. */
export type Ineligibility = (typeof ineligibilities)[number];

export type Eligibility =
  | { readonly eligible: true; readonly missingUnits: number }
  | { readonly eligible: false; readonly why: Ineligibility };

const no = (why: Ineligibility): Eligibility => ({ eligible: false, why });

/**
 * Whether evidence fell below the line's threshold inside its guarantee window. Only deliverable evidence counts, never
 * what was seen of the channel. In whole numbers: no share is rounded up to the threshold. The window includes its last
 * instant.
 */
export function evaluateEligibility(facts: RefillFacts, now: Date): Eligibility {
  if (facts.settled) return no("settled");
  if (facts.state !== "fulfilled" && facts.state !== "short") return no("not-delivered-yet");
  if (facts.guaranteeEndsAt === null || now > facts.guaranteeEndsAt) return no("window-over");
  if (facts.deliveredUnits * 100 >= facts.orderedUnits * facts.thresholdPercent) return no("delivered-in-full");
  if (facts.hasOpenRefill) return no("already-open");
  return { eligible: true, missingUnits: facts.orderedUnits - facts.deliveredUnits };
}
