import type { EndpointConfig } from "./http-provider-config.ts";
import type {
  CancelOutcome,
  FindOutcome,
  RefillOutcome,
  SubmitOutcome,
  SupplierError,
  SupplierReport,
} from "./provider.ts";
import { readPath } from "./read-answer.ts";

/** What came back from a supplier, once trouble has a class. */
export type Answer =
  | { readonly ok: true; readonly body: unknown }
  | { readonly ok: false; readonly error: SupplierError };

/** Reads an order out of an answer; null when it does not read as one. */
export type ReadOrder = (order: unknown) => SupplierReport | null;

export const unreadable = {
  kind: "unknown",
  reason: "the answer does not read as an order",
  retryAfterMs: null,
} as const;

/** What a submit came to. */
export function submitOutcome(answer: Answer, endpoint: EndpointConfig, read: ReadOrder): SubmitOutcome {
  if (answer.ok) {
    const report = read(readPath(answer.body, endpoint.root));
    // It said yes to something: whatever it was must be looked up before anything is sent again.
    return report === null ? { kind: "ambiguous", reason: unreadable.reason } : { kind: "accepted", report };
  }
  const { class: kind, reason, retryAfterMs } = answer.error;
  switch (kind) {
    case "transient":
    case "quota":
    case "auth":
      return { kind: "not_sent", reason, retryAfterMs };
    case "credit":
      return { kind: "not_sent", reason, retryAfterMs, waitsFor: "credit" };
    case "permanent":
    case "absent":
      return { kind: "refused", reason };
    case "ambiguous":
      return { kind: "ambiguous", reason };
  }
}

/** Orders under a reference. */
export function findOutcome(answer: Answer, endpoint: EndpointConfig, read: ReadOrder, reference: string): FindOutcome {
  if (!answer.ok) return lookupTrouble(answer.error);
  const list = readPath(answer.body, endpoint.root);
  if (!Array.isArray(list)) return unreadable;
  const reports = list.map(read);
  // A supplier that ignores the filter would answer with other people's orders.
  const [first, ...rest] = reports.filter((report) => report !== null && report.reference === reference);
  if (first !== undefined && first !== null) {
    return { kind: "found", reports: [first, ...rest.filter((report) => report !== null)] };
  }
  return reports.includes(null) ? unreadable : { kind: "absent" };
}

/** A look-up that failed. */
export function lookupTrouble(error: SupplierError): FindOutcome {
  return error.class === "absent"
    ? { kind: "absent" }
    : { kind: "unknown", reason: error.reason, retryAfterMs: error.retryAfterMs };
}

export function cancelOutcome(answer: Answer): CancelOutcome {
  if (answer.ok) return { kind: "canceled" };
  const { class: kind, reason, retryAfterMs } = answer.error;
  if (kind === "permanent" || kind === "absent") return { kind: "refused", reason };
  return { kind: "unknown", reason, retryAfterMs };
}

export function refillOutcome(answer: Answer, endpoint: EndpointConfig, read: ReadOrder): RefillOutcome {
  if (answer.ok) return { kind: "accepted", report: read(readPath(answer.body, endpoint.root)) };
  const { class: kind, reason, retryAfterMs } = answer.error;
  if (kind === "permanent" || kind === "absent") return { kind: "refused", reason };
  return { kind: "unknown", reason, retryAfterMs };
}
