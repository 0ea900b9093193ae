export type { OrderQuery } from "./list-orders.ts";
export type {
  BillingDetails,
  Contact,
  LineEvidence,
  LinePlatformContext,
  LinePricePart,
  LineSelection,
  Order,
  OrderLine,
  OrderWithLines,
  PostalAddress,
  ProductSnapshot,
} from "./order.ts";
export {
  orderCanceled,
  orderDelivered,
  orderLineRecorded,
  orderPaid,
  orderPlaced,
  orderResumed,
  orderStateChanged,
} from "./order-events.ts";
export { orderInvariants } from "./order-invariants.ts";
export type { AuditEntry, OrderSummary } from "./order-repository.ts";
export { type OrderCommand, orderMachine } from "./order-states.ts";
export { createOrders, type Orders } from "./orders.ts";
export type { NewOrder, NewOrderLine } from "./place-order.ts";
export type { LineReport } from "./record-line.ts";
export type { RefundReport } from "./record-refund.ts";
export type { TransitionRequest } from "./transition-order.ts";
