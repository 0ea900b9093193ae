export type { Dispute, Payment, Refund, RefundLine } from "./payment.ts";
export { paymentDeclined } from "./payment-errors.ts";
export {
  disputeClosed,
  disputeOpened,
  paymentFailed,
  paymentSucceeded,
  paymentUnapplied,
  refundFailed,
  refundRequested,
  refundSucceeded,
} from "./payment-events.ts";
export { paymentInvariants } from "./payment-invariants.ts";
export { createPayments, type Payments } from "./payments.ts";
export type { PaymentCard, PaymentProcessor, ProcessorIntent } from "./processors/processor.ts";
export { createStripeProcessor } from "./processors/stripe-processor.ts";
export { type OrderRefundRequest, operatorRefundLimitMinor } from "./refund-order.ts";
export type { NewPayment } from "./start-payment.ts";
