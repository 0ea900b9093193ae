import {
  BrokenCircuitError,
  type CircuitBreakerPolicy,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  handleWhenResult,
} from "cockatiel";
import { type Clock, minutes, seconds } from "#kernel/clock";
import { isPassing, negativeMs } from "../reading-failures.ts";
import {
  type Allowance,
  failed,
  type MeasuredReading,
  type ReadingFailure,
  type ReadingOutcome,
  type ReadingPurpose,
} from "../social-account.ts";
import { createRequestBudget, type RequestBudget } from "./request-budget.ts";
import type { MetricSource, SourceTarget } from "./source.ts";

/** One allowance of a source, with what is known about the channels that are read from it. */
export interface SourceLane {
  /** Asks the source, or answers from what is known right now. */
  read(key: string, target: SourceTarget, purpose: ReadingPurpose): Promise<ReadingOutcome>;
  readonly budget: Pick<RequestBudget, "left" | "waitMs">;
  breaker(): "closed" | "open" | "half_open";
}

const ranks: Readonly<Record<ReadingPurpose, number>> = { validation: 0, baseline: 1, delivery: 2, after: 3 };
/** How long a reading may wait for its turn: a person less than a job. */
const patienceMs: Readonly<Record<ReadingPurpose, number>> = {
  validation: seconds(4),
  baseline: seconds(20),
  delivery: seconds(20),
  after: seconds(20),
};
const keptMax = 5_000;
const breakerOpensAfter = 5;
const breakerRestMs = seconds(10);
const longestPauseMs = seconds(60);
/** The longest window a platform of ours counts in. */
const longestResetMs = minutes(15);
/** Business time for which a reading serves everybody who reads in the background. */
const freshMs = minutes(5);
const background: ReadonlySet<ReadingPurpose> = new Set(["delivery", "after"]);

interface State {
  readonly source: MetricSource;
  readonly clock: Clock;
  readonly budget: RequestBudget;
  readonly breaker: CircuitBreakerPolicy;
  readonly running: Map<string, Promise<ReadingOutcome>>;
  /** Definite answers that are not repeated for a minute. */
  readonly negatives: Map<string, { readonly failure: ReadingFailure; readonly until: number }>;
  readonly fresh: Map<string, MeasuredReading>;
  /** Channels that were limited since the last success. */
  readonly limited: Set<string>;
  /** Channels for which the source was down since the last success. */
  readonly down: Set<string>;
}

/** @param onOutcome hears of every request that was made, not of answers from memory */
export function createSourceLane(
  source: MetricSource,
  clock: Clock,
  onOutcome: (key: string, outcome: ReadingOutcome) => void,
): SourceLane {
  const state: State = {
    ...{ source, clock, budget: createRequestBudget(source.budget, elapsedOn(clock)), breaker: createBreaker() },
    ...{ running: new Map(), negatives: new Map(), fresh: new Map(), limited: new Set(), down: new Set() },
  };
  const askAndRemember = async (key: string, target: SourceTarget, purpose: ReadingPurpose) => {
    const outcome = await ask(state, key, target, purpose);
    remember(state, key, outcome);
    onOutcome(key, outcome);
    return outcome;
  };
  return {
    budget: state.budget,
    breaker: () => {
      if (state.breaker.state === CircuitState.Closed) return "closed";
      return state.breaker.state === CircuitState.HalfOpen ? "half_open" : "open";
    },
    read: async (key, target, purpose) => {
      const known = answerFromMemory(state, key, purpose);
      if (known !== null) return known;
      const running = state.running.get(key);
      if (running !== undefined) return running;
      const mine = askAndRemember(key, target, purpose).finally(() => state.running.delete(key));
      state.running.set(key, mine);
      return mine;
    },
  };
}

/**
 * Monotonic milliseconds; a clock that was moved ahead has let that much time go by. The three clocks tick at different
 * moments, so their sum may step back by a millisecond: a budget would take that for a pause.
 */
function elapsedOn(clock: Clock): () => number {
  let latest = Number.NEGATIVE_INFINITY;
  return () => {
    latest = Math.max(latest, performance.now() + clock.wall().getTime() - Date.now());
    return latest;
  };
}

function createBreaker(): CircuitBreakerPolicy {
  const isDown = (result: unknown) =>
    (result as ReadingOutcome).status === "failed" &&
    (result as { failure: ReadingFailure }).failure.kind === "source_down";
  return circuitBreaker(handleWhenResult(isDown), {
    halfOpenAfter: breakerRestMs,
    breaker: new ConsecutiveBreaker(breakerOpensAfter),
  });
}

function answerFromMemory(state: State, key: string, purpose: ReadingPurpose): ReadingOutcome | null {
  const no = state.negatives.get(key);
  if (no !== undefined && no.until > state.clock.wall().getTime()) return { status: "failed", failure: no.failure };
  const fresh = background.has(purpose) ? state.fresh.get(key) : undefined;
  if (fresh === undefined) return null;
  const age = state.clock.now().getTime() - fresh.reading.takenAt.getTime();
  return age >= 0 && age < freshMs ? fresh : null;
}

async function ask(state: State, key: string, target: SourceTarget, purpose: ReadingPurpose): Promise<ReadingOutcome> {
  const wallIn = (ms: number) => new Date(state.clock.wall().getTime() + ms);
  if (!(await state.budget.take(ranks[purpose], patienceMs[purpose]))) {
    return failed("rate_limited", wallIn(Math.max(state.budget.waitMs(), seconds(1))));
  }
  // A channel that failed before says nothing new about the source: only different ones in a row rest it.
  if (state.down.has(key) && state.breaker.state === CircuitState.Closed) return state.source.read(target);
  try {
    return await state.breaker.execute(() => state.source.read(target));
  } catch (error) {
    if (error instanceof BrokenCircuitError) return failed("source_down", wallIn(breakerRestMs));
    throw error;
  }
}

function remember(state: State, key: string, outcome: ReadingOutcome): void {
  const wall = state.clock.wall().getTime();
  if (outcome.status === "measured") {
    state.limited.clear();
    state.down.clear();
    state.negatives.delete(key);
    keep(state.fresh, key, outcome);
    learn(state, outcome.allowance, wall);
    return;
  }
  const { failure } = outcome;
  if (failure.kind === "source_down") state.down.add(key);
  if (failure.kind === "rate_limited") {
    state.limited.add(key);
    // One limited channel may be its own trouble; a second one without a success between means that we are limited.
    if (state.limited.size > 1 && failure.retryAt !== null) {
      state.budget.pause(Math.min(failure.retryAt.getTime() - wall, longestPauseMs));
    }
    return;
  }
  learn(state, outcome.allowance, wall);
  if (!isPassing(failure.kind)) keep(state.negatives, key, { failure, until: wall + negativeMs });
}

function learn(state: State, allowance: Allowance | undefined, wall: number): void {
  if (allowance === undefined) return;
  const resetInMs = Math.max(seconds(1), allowance.resetAt.getTime() - wall);
  state.budget.learn(allowance.remaining, Math.min(resetInMs, longestResetMs));
}

/** Remembers at most so many: the oldest goes. */
function keep<T>(map: Map<string, T>, key: string, value: T): void {
  map.delete(key);
  const oldest = map.keys().next();
  if (map.size >= keptMax && oldest.done !== true) map.delete(oldest.value);
  map.set(key, value);
}
