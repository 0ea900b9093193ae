import { DomainError } from "#kernel/domain-error";

/** The order does not exist or may not be seen, or has no such line with a proof. */
export const proofNotFound = (orderId: string, lineId: string) =>
  new DomainError("order.not-found", { orderId, lineId });

/** No reading would say anything now: the line is not worked on and not done, or nothing can read its channel. */
export const readingRefused = (lineId: string, why: string) =>
  new DomainError("proof.reading-refused", { lineId, why });

/** Staff asked for readings of this line as often as they may. */
export const readingsUsedUp = (lineId: string, limit: number) =>
  new DomainError("proof.readings-used-up", { lineId, limit });
