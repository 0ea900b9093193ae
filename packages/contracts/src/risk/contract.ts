import * as z from "zod/mini";
import { endpoint } from "../endpoint.ts";
import { page, pageQuery, text } from "../schemas.ts";
import { riskListKinds, riskLists } from "../vocabulary/risk.ts";
import { RiskAssessment, RiskAssessmentId, RiskEnforcement, RiskEntryId, RiskListEntry } from "./schemas.ts";

const staff = ["operator", "admin"] as const;
const admins = ["admin"] as const;
const reason = text(500);

export const adminRisk = {
  list: endpoint({
    method: "GET",
    path: "/admin/risk/assessments",
    summary:
      "Attempts something spoke against, newest first: waiting for a person, refused, or all; or of one reference",
    access: staff,
    audience: "operator",
    query: z.strictObject({
      ...pageQuery,
      show: z.optional(z.enum(["open", "blocked", "all"])),
      /** The reference a refused shopper was shown. */
      reference: z.optional(text(64)),
    }),
    response: page(RiskAssessment),
    errors: ["page.cursor-invalid"],
  }),
  decide: endpoint({
    method: "POST",
    path: "/admin/risk/assessments/{assessmentId}/decisions",
    summary: "Approve a held order, reject it (canceled, all money back), or take an approval back",
    access: staff,
    audience: "operator",
    params: z.strictObject({ assessmentId: RiskAssessmentId }),
    body: z.strictObject({ verdict: z.enum(["approve", "reject", "reopen"]), reason, version: z.int() }),
    response: z.strictObject({ review: RiskAssessment.shape.review, version: z.int() }),
    idempotency: "required",
    errors: [
      "idempotency.key-required",
      "idempotency.key-invalid",
      "idempotency.key-reused",
      "idempotency.in-progress",
      "risk.not-found",
      "risk.version-conflict",
      "risk.review-refused",
      "order.transition-refused",
    ],
  }),
  entries: endpoint({
    method: "GET",
    path: "/admin/risk/list-entries",
    summary: "Who is always let through or refused, ended entries too",
    access: staff,
    audience: "operator",
    query: z.strictObject(pageQuery),
    response: page(RiskListEntry),
    errors: ["page.cursor-invalid"],
  }),
  addEntry: endpoint({
    method: "POST",
    path: "/admin/risk/list-entries",
    summary: "Put an address, a card or a network on a list, typed or taken from an attempt",
    access: admins,
    audience: "operator",
    body: z.strictObject({
      list: z.enum(riskLists),
      kind: z.enum(riskListKinds),
      value: z.optional(text(254)),
      assessmentId: z.optional(RiskAssessmentId),
      note: reason,
      /** Days until it ends; left out, it stays until somebody takes it out. */
      days: z.optional(z.int().check(z.minimum(1), z.maximum(3650))),
    }),
    response: RiskListEntry,
    success: 201,
    errors: ["risk.entry-invalid", "risk.not-found"],
  }),
  removeEntry: endpoint({
    method: "POST",
    path: "/admin/risk/list-entries/{entryId}/removal",
    summary: "Take an entry out of its list",
    access: admins,
    audience: "operator",
    params: z.strictObject({ entryId: RiskEntryId }),
    body: z.strictObject({ reason }),
    errors: ["risk.not-found"],
  }),
  enforcement: endpoint({
    method: "GET",
    path: "/admin/risk/enforcement",
    summary: "On how many of a hundred carts decisions have an effect",
    access: staff,
    audience: "operator",
    response: RiskEnforcement,
  }),
  setEnforcement: endpoint({
    method: "PUT",
    path: "/admin/risk/enforcement",
    summary: "Turn the dial; what is spared is still written down",
    access: admins,
    audience: "operator",
    body: z.strictObject({ percent: z.int().check(z.minimum(0), z.maximum(100)), version: z.int(), reason }),
    response: RiskEnforcement,
    errors: ["risk.version-conflict"],
  }),
};
