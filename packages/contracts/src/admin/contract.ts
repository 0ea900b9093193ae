import * as z from "zod/mini";
import { endpoint } from "../endpoint.ts";
import { OrderId, OrderState, Timeline } from "../orders/schemas.ts";
import { Locale, Platform, page, pageQuery, text } from "../schemas.ts";
import { JobOverview, OperatorOrder, OperatorOrderSummary, StorageProbe } from "./schemas.ts";

const staff = ["operator", "admin"] as const;
const one = z.strictObject({ orderId: OrderId });

export const adminOrders = {
  list: endpoint({
    method: "GET",
    path: "/admin/orders",
    summary: "All orders, filtered and paged",
    access: staff,
    audience: "operator",
    query: z.strictObject({
      ...pageQuery,
      state: z.optional(OrderState),
      platform: z.optional(Platform),
      q: z.optional(text(120)),
    }),
    response: page(OperatorOrderSummary),
    errors: ["page.cursor-invalid"],
  }),
  get: endpoint({
    method: "GET",
    path: "/admin/orders/{orderId}",
    summary: "An order from behind: attempts, payments, audit",
    access: staff,
    audience: "operator",
    params: one,
    response: OperatorOrder,
    errors: ["order.not-found"],
  }),
  timeline: endpoint({
    method: "GET",
    path: "/admin/orders/{orderId}/timeline",
    summary: "What happened, in full detail",
    access: staff,
    audience: "operator",
    params: one,
    query: z.strictObject({ locale: z.optional(Locale) }),
    response: Timeline,
    errors: ["order.not-found"],
  }),
  transition: endpoint({
    method: "POST",
    path: "/admin/orders/{orderId}/transitions",
    summary: "Hold, resume or cancel an order, with a reason",
    access: staff,
    audience: "operator",
    params: one,
    body: z.strictObject({ command: z.enum(["hold", "resume", "cancel"]), reason: text(500), version: z.int() }),
    response: OperatorOrder,
    errors: ["order.not-found", "order.transition-refused", "order.version-conflict"],
  }),
};

export const adminStorage = {
  probes: endpoint({
    method: "GET",
    path: "/admin/storage-probes",
    summary: "Probes of the storage, newest first",
    access: staff,
    audience: "operator",
    response: z.strictObject({ probes: z.array(StorageProbe) }),
  }),
  probe: endpoint({
    method: "POST",
    path: "/admin/storage-probes",
    summary: "Write, read, compare and delete test objects now; takes ten seconds at most",
    access: staff,
    audience: "operator",
    response: StorageProbe,
    success: 201,
    limitPerMinute: 6,
  }),
};

export const adminJobs = {
  overview: endpoint({
    method: "GET",
    path: "/admin/jobs",
    summary: "Queue depth, last runs and failures",
    access: staff,
    audience: "operator",
    response: JobOverview,
  }),
  retry: endpoint({
    method: "POST",
    path: "/admin/jobs/{jobId}/retry",
    summary: "Run a failed job again, with a reason",
    access: staff,
    audience: "operator",
    params: z.strictObject({ jobId: z.uuid() }),
    body: z.strictObject({ reason: text(500, 3) }),
    success: 202,
    errors: ["job.not-found"],
  }),
  discard: endpoint({
    method: "POST",
    path: "/admin/jobs/{jobId}/discard",
    summary: "Never run a failed job again, with a reason",
    access: staff,
    audience: "operator",
    params: z.strictObject({ jobId: z.uuid() }),
    body: z.strictObject({ reason: text(500, 3) }),
    errors: ["job.not-found"],
  }),
};
