import type { Platform } from "@smplat/contracts/vocabulary";
import {
  BrokenCircuitError,
  type CircuitBreakerPolicy,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  handleWhenResult,
} from "cockatiel";
import type { Logger } from "#infrastructure/logger";
import { type Clock, seconds } from "#kernel/clock";
import { isPassing } from "./reading-failures.ts";
import { createRequestBudget, type RequestBudget } from "./request-budget.ts";
import { failed, type ReadingFailure, type ReadingOutcome, type ReadingPurpose } from "./social-account.ts";
import type { MetricSource, OwnerConsent, SourceTarget } from "./sources/source.ts";

/** Reads channels within what each platform allows. */
export interface ChannelReader {
  isMeasurable(platform: Platform): boolean;
  /** How an owner of a channel there lets us read it; undefined when the platform has nothing of the kind. */
  consentFor(platform: Platform): OwnerConsent | undefined;
  /**
   * Asks the platform's source, or answers from what is known right now. Throws when the platform has no source.
   * With an access token the owner's source is asked, without one the public source; a platform that has only the
   * former wants consent.
   */
  read(platform: Platform, target: SourceTarget, purpose: ReadingPurpose): Promise<ReadingOutcome>;
}

const ranks: Readonly<Record<ReadingPurpose, number>> = { validation: 0, baseline: 1, delivery: 2, after: 3 };
/** How long a reading may wait for its turn: a person less than a job. */
const patienceMs: Readonly<Record<ReadingPurpose, number>> = {
  validation: seconds(4),
  baseline: seconds(20),
  delivery: seconds(20),
  after: seconds(20),
};
const negativeMs = seconds(60);
const negativesMax = 5_000;
const breakerOpensAfter = 5;
const breakerRestMs = seconds(10);
const longestPauseMs = seconds(60);

interface Lane {
  readonly source: MetricSource;
  readonly budget: RequestBudget;
  readonly breaker: CircuitBreakerPolicy;
  readonly running: Map<string, Promise<ReadingOutcome>>;
  /** Definite answers that are not repeated for a minute. */
  readonly negatives: Map<string, { readonly failure: ReadingFailure; readonly until: number }>;
  /** Channels that were limited since the last success. */
  readonly limited: Set<string>;
  /** Channels for which the source was down since the last success. */
  readonly down: Set<string>;
}

export function createChannelReader(options: {
  readonly sources: readonly MetricSource[];
  readonly clock: Clock;
  readonly logger: Logger;
}): ChannelReader {
  const owners = options.sources.filter((source) => source.method === "owner_oauth");
  const open = options.sources.filter((source) => source.method !== "owner_oauth");
  const ownerLanes = new Map(owners.map((source) => [source.platform, laneOf(source)]));
  const openLanes = new Map(open.map((source) => [source.platform, laneOf(source)]));
  const read = async (lane: Lane, key: string, target: SourceTarget, purpose: ReadingPurpose) => {
    const outcome = await ask(lane, key, target, purpose, options.clock);
    remember(lane, key, outcome, options);
    return outcome.status === "failed" ? { ...outcome, source: lane.source.id } : outcome;
  };
  return {
    isMeasurable: (platform) => openLanes.has(platform) || ownerLanes.has(platform),
    consentFor: (platform) => ownerLanes.get(platform)?.source.consent,
    read: async (platform, target, purpose) => {
      const lane = (target.accessToken === undefined ? openLanes : ownerLanes).get(platform);
      if (lane === undefined) {
        if (ownerLanes.has(platform)) return failed("consent_required");
        throw new Error(`No source reads ${platform}`);
      }
      const key = target.platformUserId ?? target.handle;
      const known = lane.negatives.get(key);
      if (known !== undefined && known.until > options.clock.wall().getTime()) {
        return { status: "failed", failure: known.failure, source: lane.source.id };
      }
      const running = lane.running.get(key);
      if (running !== undefined) return running;
      const mine = read(lane, key, target, purpose).finally(() => lane.running.delete(key));
      lane.running.set(key, mine);
      return mine;
    },
  };
}

function laneOf(source: MetricSource): Lane {
  const isDown = (result: unknown) =>
    (result as ReadingOutcome).status === "failed" &&
    (result as { failure: ReadingFailure }).failure.kind === "source_down";
  return {
    source,
    budget: createRequestBudget(source.budget),
    breaker: circuitBreaker(handleWhenResult(isDown), {
      halfOpenAfter: breakerRestMs,
      breaker: new ConsecutiveBreaker(breakerOpensAfter),
    }),
    running: new Map(),
    negatives: new Map(),
    limited: new Set(),
    down: new Set(),
  };
}

async function ask(
  lane: Lane,
  key: string,
  target: SourceTarget,
  purpose: ReadingPurpose,
  clock: Clock,
): Promise<ReadingOutcome> {
  const wallIn = (ms: number) => new Date(clock.wall().getTime() + ms);
  if (!(await lane.budget.take(ranks[purpose], patienceMs[purpose]))) {
    return failed("rate_limited", wallIn(Math.max(lane.budget.waitMs(), seconds(1))));
  }
  // A channel that failed before says nothing new about the source: only different ones in a row rest it.
  if (lane.down.has(key) && lane.breaker.state === CircuitState.Closed) return lane.source.read(target);
  try {
    return await lane.breaker.execute(() => lane.source.read(target));
  } catch (error) {
    if (error instanceof BrokenCircuitError) return failed("source_down", wallIn(breakerRestMs));
    throw error;
  }
}

function remember(
  lane: Lane,
  key: string,
  outcome: ReadingOutcome,
  { clock, logger }: { readonly clock: Clock; readonly logger: Logger },
): void {
  if (outcome.status === "measured") {
    lane.limited.clear();
    lane.down.clear();
    lane.negatives.delete(key);
    return;
  }
  const { failure } = outcome;
  const wall = clock.wall().getTime();
  if (failure.kind === "source_down") lane.down.add(key);
  if (failure.kind === "rate_limited") {
    lane.limited.add(key);
    // One limited channel may be its own trouble; a second one without a success between means that we are limited.
    if (lane.limited.size > 1 && failure.retryAt !== null) {
      lane.budget.pause(Math.min(failure.retryAt.getTime() - wall, longestPauseMs));
    }
  }
  if (failure.kind === "schema_changed" || failure.kind === "auth_expired") {
    logger.warn({ source: lane.source.id, failure: failure.kind }, "a source of numbers needs a look");
  }
  if (isPassing(failure.kind)) return;
  const oldest = lane.negatives.keys().next();
  if (lane.negatives.size >= negativesMax && oldest.done !== true) lane.negatives.delete(oldest.value);
  lane.negatives.set(key, { failure, until: wall + negativeMs });
}
