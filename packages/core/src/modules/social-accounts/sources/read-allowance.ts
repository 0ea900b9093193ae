import type { Clock } from "#kernel/clock";
import { type Allowance, failed, type ReadingOutcome } from "../social-account.ts";
import type { SourceAnswer } from "./ask-source.ts";

type Headers = SourceAnswer["headers"];

/**
 * What `<prefix>-remaining` and `<prefix>-reset` say; undefined when they say nothing. The reset is in seconds since
 * 1970 or an ISO 8601 moment.
 */
export function readAllowance(headers: Headers, prefix: string): Allowance | undefined {
  const remaining = Number(headers[`${prefix}-remaining`]);
  const reset = headers[`${prefix}-reset`] ?? "";
  const resetAt = new Date(/^\d+$/.test(reset) ? Number(reset) * 1_000 : Date.parse(reset));
  if (!Number.isInteger(remaining) || remaining < 0 || Number.isNaN(resetAt.getTime())) return undefined;
  return { remaining, resetAt };
}

/** An outcome with what the platform said about our allowance. */
export const withAllowance = (outcome: ReadingOutcome, allowance: Allowance | undefined): ReadingOutcome =>
  allowance === undefined ? outcome : { ...outcome, allowance };

/** Limited until the allowance is renewed, at least a second; a minute when the platform does not say. */
export function limitedUntil(clock: Clock, allowance: Allowance | undefined): ReadingOutcome {
  const wall = clock.wall().getTime();
  const resetMs = allowance?.resetAt.getTime() ?? wall + 60_000;
  return failed("rate_limited", new Date(Math.max(resetMs, wall + 1_000)));
}
