import type { ProviderDraft } from "#modules/suppliers";
import type { SupplierAccess } from "./supplier-access.ts";

/** Forms, a key in a header, errors with status 200, numbers as text, and no idempotency at all. */
export const atelier = (access: SupplierAccess): ProviderDraft => ({
  name: "Atelier",
  kind: "http",
  state: "active",
  currency: "EUR",
  secrets: { "api-key": access.apiKey, webhook: access.webhookSecret },
  config: {
    baseUrl: access.apiUrl,
    auth: { kind: "header", header: "X-Api-Key", secret: "api-key" },
    encoding: "form",
    idempotentSubmit: false,
    settleSeconds: 15,
    success: { path: "ok", equals: true },
    endpoints: {
      submit: {
        method: "POST",
        path: "/jobs",
        body: {
          client_ref: "{reference}",
          service_code: "{service}",
          units: "{quantity}",
          channel: "{platform}:{handle}",
          brief: "{fields}",
          deadline_hours: "{hours}",
        },
        root: "job",
      },
      status: { method: "GET", path: "/jobs/{externalId}", root: "job" },
      find: { method: "GET", path: "/jobs", query: { client_ref: "{reference}" }, root: "jobs" },
      cancel: { method: "POST", path: "/jobs/{externalId}/void" },
      refill: { method: "POST", path: "/jobs/{externalId}/redo", body: { units: "{quantity}" }, root: "job" },
      balance: { method: "GET", path: "/credit", amount: "credit", unit: "major", currency: "currency" },
    },
    order: {
      externalId: "job_no",
      reference: "client_ref",
      status: "state",
      states: { queued: "accepted", working: "running", done: "completed", partial: "short", void: "canceled" },
      delivered: "units_done",
      cost: { amount: "price", unit: "major" },
      evidence: {
        list: "files",
        kindFromOrder: "unit",
        kindOf: { assets: "asset", hours: "hours", audits: "audit" },
        title: "title",
        url: "url",
        units: "units",
        reportedAt: "handed_over",
      },
    },
    errorText: "error",
    errors: [
      { path: "error", includes: "too many requests", class: "quota" },
      { path: "error", includes: "credit too low", class: "credit" },
      { path: "error", equals: "bad api key", class: "auth" },
      { path: "error", equals: "no such job", class: "absent" },
      { status: 200, path: "ok", equals: false, class: "permanent" },
    ],
    webhook: {
      scheme: "hmac-sha256-hex",
      secret: "webhook",
      header: "X-Atelier-Signature",
      prefix: "sha256=",
      eventId: "event_id",
      root: "job",
    },
  },
});
