import * as z from "zod/mini";
import { endpoint } from "../endpoint.ts";
import { OrderId } from "../orders/schemas.ts";
import { InspectedPlacements, OrderPlacements } from "./schemas.ts";

const one = z.strictObject({ orderId: OrderId });

export const liveness = {
  list: endpoint({
    method: "GET",
    path: "/orders/{orderId}/placements",
    summary: "An order's placements and our looks at their public addresses",
    access: ["guest", "customer", "operator", "admin"],
    audience: "customer",
    params: one,
    response: OrderPlacements,
    errors: ["order.not-found"],
    limitPerMinute: 300,
  }),
};

export const adminLiveness = {
  inspect: endpoint({
    method: "GET",
    path: "/admin/orders/{orderId}/placements",
    summary: "An order's placements with every look as it went",
    access: ["operator", "admin"],
    audience: "operator",
    params: one,
    response: InspectedPlacements,
    errors: ["order.not-found"],
  }),
};
