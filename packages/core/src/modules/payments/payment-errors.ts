import { DomainError } from "#kernel/domain-error";
import type { ProcessorIntent } from "./processors/processor.ts";

/** No such payment. */
export const paymentNotFound = (paymentId: string) => new DomainError("payment.not-found", { paymentId });

/** The card was declined; the order and the cart wait for another card. */
export const paymentDeclined = (orderId: string, failure: ProcessorIntent["failure"]) =>
  new DomainError("payment.declined", {
    orderId,
    declineCode: failure?.code ?? "declined",
    detail: failure?.message ?? "The card was declined.",
  });

/** The bank holds this money already: returning it too would pay twice. */
export const disputeIsOpen = (orderId: string) => new DomainError("payment.dispute-open", { orderId });

/** No captured money pays this order, or the lines named are not its own. */
export const nothingToRefund = (orderId: string) => new DomainError("payment.nothing-to-refund", { orderId });

/** More than an operator may return without an admin. */
export const refundNeedsAdmin = (limitMinor: number) => new DomainError("payment.refund-needs-admin", { limitMinor });

/** A refund asks for more than is left of what was captured. */
export const refundExceeds = (amountMinor: number) => new DomainError("payment.refund-exceeds", { amountMinor });
