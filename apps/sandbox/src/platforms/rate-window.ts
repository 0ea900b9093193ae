/** Requests in the current window; not kept over restarts, as no real limiter would. */
export interface RateWindow {
  readonly limit: number;
  readonly windowSeconds: number;
  startedAt: number;
  used: number;
  /** Which leap of time it was opened after. */
  era: number;
}

let era = 0;

/** Time leapt further than any window is long: requests of before count no more. */
export function endRateWindows(): void {
  era += 1;
}

/** What a limiter tells about itself after counting a request. */
export interface RateCount {
  readonly limit: number;
  readonly remaining: number;
  /** Seconds since 1970. */
  readonly resetAt: number;
  readonly exceeded: boolean;
}

export function openRateWindow(limit: number, windowSeconds: number): RateWindow {
  return { limit, windowSeconds, startedAt: Math.floor(Date.now() / 1000), used: 0, era };
}

/** Counts a request; `exhausted` tells of a limit that is spent whatever was counted. */
export function countRequest(window: RateWindow, exhausted: boolean, cost = 1): RateCount {
  const now = Math.floor(Date.now() / 1000);
  if (now - window.startedAt >= window.windowSeconds || window.era !== era) {
    window.startedAt = now;
    window.used = 0;
    window.era = era;
  }
  window.used += cost;
  return {
    limit: window.limit,
    remaining: exhausted ? 0 : Math.max(0, window.limit - window.used),
    resetAt: window.startedAt + window.windowSeconds,
    exceeded: exhausted || window.used > window.limit,
  };
}
