export type { CheckoutAttempt } from "./assess-attempt.ts";
export { type Assessment, type Contribution, effectOf } from "./assessment.ts";
export type { NewListEntry } from "./edit-lists.ts";
export type { ListEntry } from "./list-entry.ts";
export type { ReviewItem } from "./list-reviews.ts";
export type { ReviewVerdict } from "./review-order.ts";
export { createRisk, type Risk } from "./risk.ts";
export { riskRefused } from "./risk-errors.ts";
export { riskInvariants } from "./risk-invariants.ts";
