/** States of an order. The graph is `modules/orders/order-states.ts`. */
export const orderStates = [
  "awaiting_payment",
  "processing",
  "active",
  "delivered",
  "refilling",
  "completed",
  "on_hold",
  "disputed",
  "canceled",
  "refunded",
] as const;
export type OrderState = (typeof orderStates)[number];

/** States of an order line, owned by fulfillment. */
export const lineStates = [
  "awaiting_baseline",
  "ready",
  "submitting",
  "ambiguous",
  "accepted",
  "delivering",
  "fulfilled",
  "short",
  "failed",
  "canceled",
] as const;
export type LineState = (typeof lineStates)[number];

/** States of one payment attempt. */
export const paymentStates = ["created", "requires_action", "processing", "succeeded", "failed", "canceled"] as const;
export type PaymentState = (typeof paymentStates)[number];

/** Why a person should look at an order, most pressing first. */
export const orderConcerns = [
  "dispute",
  "review",
  "hold",
  "line-failed",
  "no-answer",
  "line-short",
  "waits-for-supplier",
  "late",
] as const;
export type OrderConcern = (typeof orderConcerns)[number];

export const productStates = ["draft", "published", "unpublished"] as const;
export type ProductState = (typeof productStates)[number];

/** What a product hands over; decides how its evidence is read. */
export const deliverableKinds = ["reported_ad_result", "placement", "asset", "hours", "audit"] as const;
export type DeliverableKind = (typeof deliverableKinds)[number];

/** Rules of the publish policy, as a decision names them. */
export const publishRules = [
  "priced-per-engagement",
  "engagement-exchange",
  "credential-sharing",
  "bot-messaging",
  "ownership-not-demanded",
  "language-missing",
  "plan-not-one-time",
  "evidence-incomplete",
  "price-missing",
  "giveaway",
  "paid-comments",
  "regulated-vertical",
  "outcome-guaranteed-ad",
] as const;
export type PublishRule = (typeof publishRules)[number];

export const productCategories = ["advertising", "placement", "content", "community", "audit", "training"] as const;
export type ProductCategory = (typeof productCategories)[number];

/** Why a channel could not be read. Each has customer copy, a retry rule and an audited override. */
export const sourceFailures = [
  "not_found",
  "private",
  "age_gated",
  "suspended",
  "rate_limited",
  "auth_expired",
  "consent_required",
  "source_down",
  "schema_changed",
  "ambiguous",
] as const;
export type SourceFailure = (typeof sourceFailures)[number];

/** What a before and after may claim; the page never claims more. */
export const proofLabels = ["attributed", "consistent_with", "inconclusive", "contradicts", "not_yet_known"] as const;
export type ProofLabel = (typeof proofLabels)[number];
