import type { RiskDecision, RiskReviewState, RiskRule, RiskSignal } from "@smplat/contracts/vocabulary";
import type { IdentityKey } from "./history.ts";

/** One thing that was looked at, and how loud it speaks: bits above zero against the buyer, below for them. */
export interface Contribution {
  readonly signal: RiskSignal;
  readonly bits: number;
  /** What was counted or compared, e.g. people on one card; null where there is nothing to count. */
  readonly value: number | null;
}

/** The score of an attempt and what follows from it. */
export interface Evaluation {
  readonly decision: RiskDecision;
  readonly rule: RiskRule | null;
  /** That the attempt is abusive, 0 to 1. */
  readonly posterior: number;
  /** Loudest first. */
  readonly contributions: readonly Contribution[];
}

/** An evaluation of an attempt to check out. */
export interface Assessment extends Evaluation {
  readonly id: string;
  readonly cartId: string;
  readonly ownerId: string;
  /** Null when the attempt was refused. */
  readonly orderId: string | null;
  readonly at: Date;
  /** False: written down, but the buyer went on as if nothing had been said. */
  readonly enforced: boolean;
  readonly keys: readonly IdentityKey[];
  readonly network: string | null;
  readonly review: RiskReviewState;
  readonly version: number;
}

/** What an attempt meets: what was decided, as far as decisions are enforced. */
export const effectOf = ({ decision, enforced }: Pick<Assessment, "decision" | "enforced">): RiskDecision =>
  enforced ? decision : "allow";

/** Whether there is anything to explain later. An attempt nothing speaks against leaves only its sightings. */
export const isNotable = ({ decision, rule, contributions }: Evaluation): boolean =>
  decision !== "allow" || rule !== null || contributions.some(({ bits }) => bits > 0);
