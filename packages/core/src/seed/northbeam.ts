import type { ProviderDraft } from "#modules/suppliers";
import type { SupplierAccess } from "./supplier-access.ts";

/** How a campaign reads, in answers and in webhooks. */
const order = {
  externalId: "id",
  reference: "reference",
  status: "status",
  states: {
    accepted: "accepted",
    running: "running",
    completed: "completed",
    short: "short",
    canceled: "canceled",
  },
  delivered: "delivered",
  cost: { amount: "cost.amount", unit: "minor", currency: "cost.currency" },
  evidence: {
    list: "evidence",
    kind: "kind",
    kindOf: { ad_report: "ad_report", placement: "placement", asset: "asset", hours: "hours", audit: "audit" },
    url: "url",
    units: "delivered",
    reportedAt: "reportedAt",
  },
};

/** The same house style under another roof: Northbeam's dialect, cheaper and patchier work, and no webhooks. */
export const quayside = (access: SupplierAccess): ProviderDraft => {
  const { webhook: _, ...config } = northbeam(access).config as Record<string, unknown>;
  return { ...northbeam(access), name: "Quayside", secrets: { "api-key": access.apiKey }, config };
};

/** JSON, bearer key, idempotent submits, Standard Webhooks. */
export const northbeam = (access: SupplierAccess): ProviderDraft => ({
  name: "Northbeam",
  kind: "http",
  state: "active",
  currency: "EUR",
  secrets: { "api-key": access.apiKey, webhook: access.webhookSecret },
  config: {
    baseUrl: access.apiUrl,
    auth: { kind: "bearer", secret: "api-key" },
    encoding: "json",
    idempotentSubmit: true,
    settleSeconds: 5,
    endpoints: {
      submit: {
        method: "POST",
        path: "/campaigns",
        headers: { "Idempotency-Key": "{reference}" },
        body: {
          reference: "{reference}",
          service: "{service}",
          quantity: "{quantity}",
          target: { platform: "{platform}", handle: "{handle}" },
          pacing: { hours: "{hours}" },
        },
        root: "campaign",
      },
      status: { method: "GET", path: "/campaigns/{externalId}", root: "campaign" },
      find: { method: "GET", path: "/campaigns", query: { reference: "{reference}" }, root: "campaigns" },
      cancel: { method: "POST", path: "/campaigns/{externalId}/cancel" },
      refill: {
        method: "POST",
        path: "/campaigns/{externalId}/make-good",
        headers: { "idempotency-key": "{reference}" },
        body: { quantity: "{quantity}" },
        root: "campaign",
      },
      services: {
        method: "GET",
        path: "/services",
        root: "services",
        code: "code",
        unitCost: "unitCost.amount",
        unit: "minor",
        minimum: "minimum",
        maximum: "maximum",
      },
      balance: {
        method: "GET",
        path: "/account/balance",
        amount: "balance.amount",
        unit: "minor",
        currency: "balance.currency",
      },
    },
    order,
    errorText: "error.message",
    errors: [
      { path: "error.code", equals: "service_unavailable", class: "transient" },
      { path: "error.code", equals: "rate_limited", class: "quota" },
      { path: "error.code", equals: "insufficient_balance", class: "credit" },
      { path: "error.code", equals: "already_finished", class: "permanent" },
      { path: "error.code", equals: "not_finished", class: "permanent" },
      { path: "error.code", equals: "idempotency_mismatch", class: "permanent" },
    ],
    webhook: { scheme: "standard-webhooks", secret: "webhook", at: "timestamp", root: "data.campaign" },
  },
});
