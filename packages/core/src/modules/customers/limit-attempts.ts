import type { Scope } from "#infrastructure/database";
import { type Clock, minutes } from "#kernel/clock";
import { signInThrottled } from "./customer-errors.ts";
import { countSignInAttempt } from "./customer-repository.ts";

/** Attempts a secret has in a window before its door stays shut until the window ends, in milliseconds of wall time. */
export const signInLimit = { attempts: 10, windowMs: minutes(15) } as const;

/** Counts an attempt at what `key` (a digest) stands for, right or wrong. Throws `request.rate-limited` beyond the limit. */
export async function limitAttempts(deps: { scope: Scope; clock: Clock }, key: string): Promise<void> {
  const now = deps.clock.wall();
  const counted = await countSignInAttempt(deps.scope, key, now, signInLimit.windowMs);
  if (counted.attempts <= signInLimit.attempts) return;
  const left = counted.windowStartedAt.getTime() + signInLimit.windowMs - now.getTime();
  throw signInThrottled(Math.max(1, Math.ceil(left / 1000)));
}
