import type { HttpProviderConfig } from "./http-provider-config.ts";
import type { ErrorClass, ProviderFailure, SupplierError } from "./provider.ts";
import { readPath, readText } from "./read-answer.ts";

type Rules = Pick<HttpProviderConfig, "errors" | "errorText">;

/**
 * What trouble means. Rules of the supplier's configuration come first; without one, only what is certain counts as
 * such: 429 and 402 were not taken, other 4xx were refused, and everything else may have been done.
 */
export function classifyFailure(config: Rules, failure: ProviderFailure): SupplierError {
  switch (failure.kind) {
    case "no-answer":
      return { class: failure.maybeSent ? "ambiguous" : "transient", reason: failure.why, retryAfterMs: null };
    case "unreadable":
      return { class: "ambiguous", reason: `HTTP ${failure.status}: ${failure.why}`, retryAfterMs: null };
    case "answer": {
      const rule = config.errors.find((candidate) => matches(candidate, failure.status, failure.body));
      const text = config.errorText === undefined ? null : readText(readPath(failure.body, config.errorText));
      return {
        class: rule?.class ?? byStatus(failure.status),
        reason: `HTTP ${failure.status}${text === null ? "" : `: ${text.slice(0, 300)}`}`,
        retryAfterMs: retryAfter(failure.headers["retry-after"]),
      };
    }
  }
}

function matches(rule: Rules["errors"][number], status: number, body: unknown): boolean {
  if (typeof rule.status === "number" && rule.status !== status) return false;
  if (Array.isArray(rule.status) && (status < rule.status[0] || status > rule.status[1])) return false;
  if (rule.path === undefined) return true;
  const value = readPath(body, rule.path);
  if (rule.equals !== undefined && value !== rule.equals) return false;
  return rule.includes === undefined || (typeof value === "string" && value.includes(rule.includes));
}

function byStatus(status: number): ErrorClass {
  if (status === 429) return "quota";
  if (status === 402) return "credit";
  if (status === 401 || status === 403) return "auth";
  if (status === 404 || status === 410) return "absent";
  if (status >= 400 && status < 500 && status !== 408 && status !== 409) return "permanent";
  return "ambiguous";
}

/** Seconds, as nearly every API writes it; a date is not understood and waits as if nothing was said. */
function retryAfter(header: string | undefined): number | null {
  return header !== undefined && /^\d{1,5}$/.test(header) ? Number(header) * 1000 : null;
}
