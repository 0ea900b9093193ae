import type { SourceBudget } from "./source.ts";

/** A platform's allowance, shared by everybody who wants to ask it. */
export interface RequestBudget {
  /**
   * Waits for one request's worth, the lower `rank` first, the earlier caller among equals. False when it would take
   * longer than `maxWaitMs`.
   */
  take(rank: number, maxWaitMs: number): Promise<boolean>;
  /** Nobody gets anything for this long: the platform said so. */
  pause(ms: number): void;
  /** The platform told that only so many requests are left until `resetInMs` from now: never spend more than it says. */
  learn(remaining: number, resetInMs: number): void;
  /** Requests that could be made at once now. */
  left(): number;
  /** Milliseconds until a request could be made if nobody else waited. */
  waitMs(): number;
}

interface Waiter {
  readonly rank: number;
  readonly answer: (granted: boolean) => void;
  readonly giveUp: NodeJS.Timeout;
}

/**
 * A token bucket with a queue. In this process only: two workers of one shop share a platform's limit by dividing it.
 * @param nowMs monotonic milliseconds
 */
export function createRequestBudget(
  budget: SourceBudget,
  nowMs: () => number = () => performance.now(),
): RequestBudget {
  let tokens = budget.capacity;
  let refilledAt = nowMs();
  let waiters: Waiter[] = [];
  let wakeUp: NodeJS.Timeout | null = null;

  /** A pause moves `refilledAt` into the future; until then nothing is refilled. */
  const refill = () => {
    const now = nowMs();
    if (now <= refilledAt) return;
    tokens = Math.min(budget.capacity, tokens + ((now - refilledAt) / 1_000) * budget.perSecond);
    refilledAt = now;
  };
  const waitMs = () => {
    refill();
    const paused = Math.max(0, refilledAt - nowMs());
    return paused + (tokens >= 1 ? 0 : ((1 - tokens) / budget.perSecond) * 1_000);
  };
  const serve = () => {
    if (wakeUp !== null) clearTimeout(wakeUp);
    wakeUp = null;
    while (waiters.length > 0 && waitMs() === 0) {
      const [next, ...rest] = waiters;
      waiters = rest;
      tokens -= 1;
      if (next !== undefined) {
        clearTimeout(next.giveUp);
        next.answer(true);
      }
    }
    if (waiters.length > 0) {
      wakeUp = setTimeout(serve, Math.min(waitMs() + 1, 60_000));
      wakeUp.unref();
    }
  };
  const pause = (ms: number) => {
    refill();
    refilledAt = Math.max(refilledAt, nowMs() + ms);
    serve();
  };
  return {
    waitMs,
    pause,
    learn: (remaining, resetInMs) => {
      refill();
      tokens = Math.min(tokens, remaining);
      if (remaining < 1) pause(resetInMs);
    },
    left: () => {
      refill();
      return refilledAt > nowMs() ? 0 : Math.max(0, Math.floor(tokens));
    },
    take: (rank, maxWaitMs) =>
      new Promise((resolve) => {
        if (waitMs() > maxWaitMs) {
          resolve(false);
          return;
        }
        const giveUp = setTimeout(() => {
          waiters = waiters.filter((waiter) => waiter !== mine);
          resolve(false);
        }, maxWaitMs);
        const mine: Waiter = { rank, answer: resolve, giveUp };
        const place = waiters.findIndex((waiter) => waiter.rank > rank);
        waiters = place === -1 ? [...waiters, mine] : waiters.toSpliced(place, 0, mine);
        serve();
      }),
  };
}
