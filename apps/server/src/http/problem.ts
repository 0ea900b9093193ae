import type { Problem } from "@smplat/contracts";
import { type ErrorCode, errorCodes } from "@smplat/contracts/vocabulary";
import { type DomainError, isDomainError } from "@smplat/core/kernel/domain-error";

export interface ProblemAnswer {
  readonly status: number;
  readonly body: Problem;
  readonly headers: Record<string, string>;
  /** Whether a person on our side should be woken. */
  readonly report: boolean;
}

/** Names the framework's own fields use; a detail can't overwrite them. */
const reserved = new Set(["type", "title", "status", "code", "remedy", "requestId"]);

/** Any failure as RFC 9457 problem details; what the business doesn't know by name is a 500 that tells nothing. */
export function problemOf(error: unknown, requestId: string): ProblemAnswer {
  if (isDomainError(error)) return answer(error.code, error, requestId);
  if (isConnectionTrouble(error)) return answer("request.unavailable", null, requestId);
  return answer("request.internal", null, requestId);
}

function answer(code: ErrorCode, error: DomainError | null, requestId: string): ProblemAnswer {
  const definition = errorCodes[code];
  const details = Object.fromEntries(Object.entries(error?.details ?? {}).filter(([name]) => !reserved.has(name)));
  const headers: Record<string, string> = {};
  const wait = retryAfterSeconds(code, details);
  if (wait !== null) headers["retry-after"] = String(wait);
  if (code === "request.method-not-allowed" && typeof details.allow === "string") headers.allow = details.allow;
  return {
    status: definition.status,
    report: definition.report,
    headers,
    body: {
      type: `/api/docs#${code}`,
      title: definition.title,
      status: definition.status,
      code,
      remedy: definition.remedy,
      requestId,
      ...details,
    },
  };
}

function retryAfterSeconds(code: ErrorCode, details: Record<string, unknown>): number | null {
  if (typeof details.retryAfterSeconds === "number") return Math.max(1, Math.ceil(details.retryAfterSeconds));
  if (code === "idempotency.in-progress") return 1;
  return errorCodes[code].status === 503 ? 2 : null;
}

const connectionCodes = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ETIMEDOUT",
  "EPIPE",
  "57P01",
  "57P02",
  "57P03",
  "53300",
  "58030",
  "08006",
  "08001",
  "55P03",
  "57014",
]);

function isConnectionTrouble(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ("code" in error && typeof error.code === "string" && connectionCodes.has(error.code)) return true;
  return /timeout exceeded when trying to connect|Connection terminated/.test(error.message);
}
