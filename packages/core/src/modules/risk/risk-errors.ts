import { DomainError } from "#kernel/domain-error";

/** The order is not taken; nothing was charged. What spoke against it is for staff only. */
export const riskRefused = () => new DomainError("risk.refused");

/** No such assessment. */
export const assessmentNotFound = (assessmentId: string) => new DomainError("risk.not-found", { assessmentId });

/** Nobody waits for this decision, or the order is not where it could be taken. */
export const reviewRefused = (why: string) => new DomainError("risk.review-refused", { why });

/** Somebody else decided meanwhile. */
export const riskVersionConflict = () => new DomainError("risk.version-conflict");

/** The entry says nothing that can be compared: not an address, a card's fingerprint or a public network. */
export const listEntryInvalid = (message: string) =>
  new DomainError("risk.entry-invalid", { fields: [{ path: "value", message }] });
