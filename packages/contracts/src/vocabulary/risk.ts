/**
 * What follows from an attempt's score. `step-up`: the card's holder is asked to prove themselves. `review`: placed and
 * paid, but a person looks before work begins. `block`: refused, nothing is charged.
 */
export const riskDecisions = ["allow", "step-up", "review", "block"] as const;
export type RiskDecision = (typeof riskDecisions)[number];

/** What is looked at before an order is placed. */
export const riskSignals = [
  "attempts",
  "people-on-card",
  "people-on-network",
  "people-on-channel",
  "linked-people",
  "disposable-address",
  "hurried-sign-up",
  "declined-cards",
  "declined-on-network",
  "returned-deliveries",
  "disputes",
  "card-from-elsewhere",
  "delivered-before",
  "channel-proven",
] as const;
export type RiskSignal = (typeof riskSignals)[number];

/** Why a decision stands whatever the score says. */
export const riskRules = ["allow-list", "block-list", "failed-cards"] as const;
export type RiskRule = (typeof riskRules)[number];

export const riskReviewStates = ["none", "open", "approved", "rejected", "lapsed"] as const;
export type RiskReviewState = (typeof riskReviewStates)[number];

export const riskLists = ["allow", "block"] as const;
export type RiskList = (typeof riskLists)[number];
export const riskListKinds = ["email", "card", "network"] as const;
export type RiskListKind = (typeof riskListKinds)[number];
