import * as z from "zod/mini";
import { endpoint } from "../endpoint.ts";
import { ProductId } from "../products/schemas.ts";
import { Email, page, pageQuery, text } from "../schemas.ts";
import { PaperKind } from "./papers.ts";
import { DeliveryProof, Order, OrderId, OrderState, OrderSummary, ProofMetrics, Timeline } from "./schemas.ts";

const owners = ["guest", "customer", "operator", "admin", "service"] as const;
const one = z.strictObject({ orderId: OrderId });

/** Ids of products, separated by commas; at most thirty. */
const ProductIds = z.string().check(z.regex(/^prd_[0-9a-hjkmnp-tv-z]{26}(,prd_[0-9a-hjkmnp-tv-z]{26}){0,29}$/));

export const orders = {
  list: endpoint({
    method: "GET",
    path: "/orders",
    summary: "Orders of this visitor, newest first",
    access: ["guest", "customer"],
    audience: "customer",
    query: z.strictObject({ ...pageQuery, state: z.optional(OrderState) }),
    response: page(OrderSummary),
    errors: ["page.cursor-invalid"],
  }),
  get: endpoint({
    method: "GET",
    path: "/orders/{orderId}",
    summary: "One order with its lines, payment and papers",
    access: owners,
    audience: "customer",
    params: one,
    response: Order,
    errors: ["order.not-found"],
    limitPerMinute: 300,
  }),
  timeline: endpoint({
    method: "GET",
    path: "/orders/{orderId}/timeline",
    summary: "What happened to the order",
    access: owners,
    audience: "customer",
    params: one,
    response: Timeline,
    errors: ["order.not-found"],
    limitPerMinute: 300,
  }),
  cancel: endpoint({
    method: "POST",
    path: "/orders/{orderId}/cancel",
    summary: "Cancel before any work was given to a supplier; what was paid is refunded in full",
    access: ["guest", "customer"],
    audience: "customer",
    params: one,
    body: z.strictObject({ reason: z.optional(text(500)) }),
    response: Order,
    errors: ["order.not-found", "order.transition-refused"],
  }),
  deliveryProof: endpoint({
    method: "GET",
    path: "/orders/{orderId}/delivery-proof",
    summary: "Before, during and after, line by line, with what may be claimed",
    access: owners,
    audience: "customer",
    params: one,
    response: DeliveryProof,
    errors: ["order.not-found"],
    limitPerMinute: 300,
  }),
  proofMetrics: endpoint({
    method: "GET",
    path: "/orders/delivery-proof/metrics",
    summary: "Delivery numbers of a product over its verified orders, failures included",
    access: "everyone",
    session: "ignored",
    query: z.strictObject({ productId: ProductId }),
    response: ProofMetrics,
    errors: ["product.not-found"],
  }),
  proofMetricsOfMany: endpoint({
    method: "GET",
    path: "/orders/delivery-proof/metrics/of-products",
    summary: "The same for several products at once; those nobody bought have a sample of zero",
    access: "everyone",
    session: "ignored",
    query: z.strictObject({ productIds: ProductIds }),
    response: z.strictObject({ items: z.array(ProofMetrics) }),
  }),
  paper: endpoint({
    method: "GET",
    path: "/orders/{orderId}/papers/{kind}/{format}",
    summary: "Download the invoice, the receipt or a credit note; without a number the latest of its kind",
    access: owners,
    audience: "customer",
    params: z.strictObject({ orderId: OrderId, kind: PaperKind, format: z.enum(["pdf", "html"]) }),
    query: z.strictObject({ number: z.optional(text(40)) }),
    output: "file",
    errors: ["order.not-found", "paper.not-found"],
    limitPerMinute: 30,
  }),
  requestAccess: endpoint({
    method: "POST",
    path: "/orders/access-links",
    summary: "Send a 15-minute link to the orders of an e-mail address; the answer never tells whether there are any",
    access: "everyone",
    body: z.strictObject({ email: Email }),
    success: 202,
    limitPerMinute: 10,
  }),
  redeemAccess: endpoint({
    method: "POST",
    path: "/orders/access-links/redeem",
    summary: "Exchange the token of an order e-mail for a guest session; works once",
    access: "everyone",
    body: z.strictObject({ token: text(200) }),
    response: z.strictObject({ orderId: z.nullable(OrderId) }),
    errors: ["auth.token-expired"],
    limitPerMinute: 20,
  }),
};
