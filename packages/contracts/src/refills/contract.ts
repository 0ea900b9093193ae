import * as z from "zod/mini";
import { endpoint } from "../endpoint.ts";
import { OrderId, OrderLineId } from "../orders/schemas.ts";
import { page, pageQuery, text } from "../schemas.ts";
import { OperatorRefill, OrderRefills, Refill, RefillId, RefillState } from "./schemas.ts";

const staff = ["operator", "admin"] as const;
const line = z.strictObject({ orderId: OrderId, lineId: OrderLineId });
const one = z.strictObject({ refillId: RefillId });
const keyed = [
  "idempotency.key-required",
  "idempotency.key-invalid",
  "idempotency.key-reused",
  "idempotency.in-progress",
] as const;

export const refills = {
  list: endpoint({
    method: "GET",
    path: "/orders/{orderId}/refills",
    summary: "Each line's claim to a make-good, and the refills it had",
    access: ["guest", "customer", "operator", "admin"],
    audience: "customer",
    params: z.strictObject({ orderId: OrderId }),
    response: OrderRefills,
    errors: ["order.not-found"],
    limitPerMinute: 300,
  }),
  request: endpoint({
    method: "POST",
    path: "/orders/{orderId}/lines/{lineId}/refills",
    summary: "Ask for what is missing of a line, inside its guarantee window",
    access: ["guest", "customer"],
    audience: "customer",
    params: line,
    body: z.strictObject({ note: z.optional(text(500)) }),
    response: Refill,
    success: 201,
    idempotency: "required",
    errors: [...keyed, "order.not-found", "refill.not-found", "refill.not-eligible", "refill.already-open"],
    limitPerMinute: 20,
  }),
};

export const adminRefills = {
  list: endpoint({
    method: "GET",
    path: "/admin/refills",
    summary: "Refills of everybody, newest first",
    access: staff,
    audience: "operator",
    query: z.strictObject({ ...pageQuery, state: z.optional(RefillState) }),
    response: page(OperatorRefill),
    errors: ["page.cursor-invalid"],
  }),
  request: endpoint({
    method: "POST",
    path: "/admin/orders/{orderId}/lines/{lineId}/refills",
    summary: "Ask for a refill on a buyer's behalf",
    access: staff,
    audience: "operator",
    params: line,
    body: z.strictObject({ note: z.optional(text(500)) }),
    response: OperatorRefill,
    success: 201,
    idempotency: "required",
    errors: [...keyed, "order.not-found", "refill.not-found", "refill.not-eligible", "refill.already-open"],
  }),
  approve: endpoint({
    method: "POST",
    path: "/admin/refills/{refillId}/approve",
    summary: "Agree to a refill; the supplier is asked at once",
    access: staff,
    audience: "operator",
    params: one,
    response: OperatorRefill,
    idempotency: "required",
    errors: [
      ...keyed,
      "refill.not-found",
      "refill.not-eligible",
      "refill.transition-refused",
      "order.transition-refused",
    ],
  }),
  decline: endpoint({
    method: "POST",
    path: "/admin/refills/{refillId}/decline",
    summary: "Decline a refill, with the reason the buyer is told",
    access: staff,
    audience: "operator",
    params: one,
    body: z.strictObject({ reason: text(500) }),
    response: OperatorRefill,
    errors: ["refill.not-found", "refill.transition-refused"],
  }),
};
