import type { ErrorCode } from "@smplat/contracts/vocabulary";

/** What a refusal carries for the caller: safe to show, never a secret, a cost or a stack. */
export type ErrorDetails = Readonly<Record<string, unknown>>;

/** A refusal the business knows by name. Anything else that is thrown is a fault of ours. */
export class DomainError extends Error {
  override readonly name = "DomainError";
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, details: ErrorDetails = {}) {
    super(code);
    this.code = code;
    this.details = details;
  }
}

export const isDomainError = (error: unknown, code?: ErrorCode): error is DomainError =>
  error instanceof DomainError && (code === undefined || error.code === code);

/** Throws `invariant.broken` when something that must hold does not. */
export function invariant(condition: unknown, what: string): asserts condition {
  if (!condition) throw new DomainError("invariant.broken", { what });
}
