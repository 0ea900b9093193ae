import * as z from "zod/mini";
import { endpoint } from "../endpoint.ts";
import { OrderId, OrderLineId } from "../orders/schemas.ts";
import { AmountMinor, Instant, text } from "../schemas.ts";
import { OperatorRefund, OperatorSupport, OrderSupport } from "./schemas.ts";

const staff = ["operator", "admin"] as const;
const one = z.strictObject({ orderId: OrderId });
const line = z.strictObject({ orderId: OrderId, lineId: OrderLineId });
const keyed = [
  "idempotency.key-required",
  "idempotency.key-invalid",
  "idempotency.key-reused",
  "idempotency.in-progress",
] as const;

export const support = {
  get: endpoint({
    method: "GET",
    path: "/orders/{orderId}/support",
    summary: "Refunds, disputes and the plan of each line",
    access: ["guest", "customer", "operator", "admin"],
    audience: "customer",
    params: one,
    response: OrderSupport,
    errors: ["order.not-found"],
    limitPerMinute: 300,
  }),
};

export const adminSupport = {
  get: endpoint({
    method: "GET",
    path: "/admin/orders/{orderId}/support",
    summary: "Refunds, disputes, plans and what can be done for each line",
    access: staff,
    audience: "operator",
    params: one,
    response: OperatorSupport,
    errors: ["order.not-found"],
  }),
  refund: endpoint({
    method: "POST",
    path: "/admin/orders/{orderId}/refunds",
    summary: "Return money of lines to the card it came from, in part or in full",
    access: staff,
    audience: "operator",
    params: one,
    body: z.strictObject({
      lines: z.array(z.strictObject({ lineId: OrderLineId, amountMinor: AmountMinor.check(z.positive()) })).check(
        z.minLength(1),
        z.maxLength(50),
        z.refine((lines) => new Set(lines.map((part) => part.lineId)).size === lines.length, "names a line twice"),
      ),
      reason: text(500),
    }),
    response: OperatorRefund,
    success: 201,
    idempotency: "required",
    errors: [
      ...keyed,
      "order.not-found",
      "money.out-of-range",
      "payment.refund-exceeds",
      "payment.dispute-open",
      "payment.nothing-to-refund",
      "payment.refund-needs-admin",
    ],
  }),
  replay: endpoint({
    method: "POST",
    path: "/admin/orders/{orderId}/lines/{lineId}/replay",
    summary: "Send a failed line again, now or later, to the same suppliers or elsewhere",
    access: staff,
    audience: "operator",
    params: line,
    body: z.strictObject({
      /** Real time before which it is not sent. */
      at: z.optional(Instant),
      elsewhere: z.optional(z.boolean()),
      reason: z.optional(text(500)),
    }),
    response: OperatorSupport,
    idempotency: "required",
    errors: [...keyed, "order.not-found", "fulfillment.line-refused"],
  }),
  cancelLine: endpoint({
    method: "POST",
    path: "/admin/orders/{orderId}/lines/{lineId}/cancel",
    summary: "Take a line back: at once where no supplier has it, else by asking the supplier",
    access: staff,
    audience: "operator",
    params: line,
    body: z.strictObject({ reason: text(500) }),
    response: OperatorSupport,
    idempotency: "required",
    errors: [...keyed, "order.not-found", "fulfillment.line-refused"],
  }),
};
