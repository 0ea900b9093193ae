import { DomainError } from "@smplat/core/kernel/domain-error";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

export interface RateLimit {
  /** Counts one request of a visitor at a door. Throws `request.rate-limited` with the seconds to wait. */
  consume(door: string, visitor: string, perMinute: number): Promise<void>;
}

/** Limits per process and minute. Off for benchmarks by configuration. */
export function createRateLimit(enabled: boolean): RateLimit {
  const limiters = new Map<number, RateLimiterMemory>();
  const limiterOf = (perMinute: number): RateLimiterMemory => {
    const known = limiters.get(perMinute);
    if (known !== undefined) return known;
    const made = new RateLimiterMemory({ points: perMinute, duration: 60 });
    limiters.set(perMinute, made);
    return made;
  };
  return {
    consume: async (door, visitor, perMinute) => {
      if (!enabled) return;
      try {
        await limiterOf(perMinute).consume(`${door} ${visitor}`);
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) {
          throw new DomainError("request.rate-limited", { retryAfterSeconds: Math.ceil(refusal.msBeforeNext / 1000) });
        }
        throw refusal;
      }
    },
  };
}
