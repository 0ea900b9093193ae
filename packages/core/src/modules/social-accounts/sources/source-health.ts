import type { Platform, SourceFailure } from "@smplat/contracts/vocabulary";
import type { Clock } from "#kernel/clock";
import type { ReadingMethod, ReadingOutcome } from "../social-account.ts";
import type { MetricSource } from "./source.ts";
import type { SourceLane } from "./source-lane.ts";

/** How a source does, as this process has seen it since it started. Times are business time, as the readings'. */
export interface SourceHealth {
  readonly id: string;
  readonly platform: Platform;
  readonly method: ReadingMethod;
  /** Allowances in use: one, or one an endpoint, owner or server. The numbers below are the worst of them. */
  readonly lanes: number;
  readonly budgetLeft: number;
  readonly budgetCapacity: number;
  /** Milliseconds until the next request may be made. */
  readonly waitMs: number;
  /** `open`: the source was down for several channels in a row and is left alone for some seconds. */
  readonly breaker: "closed" | "open" | "half_open";
  readonly lastSuccessAt: Date | null;
  readonly failures: readonly { readonly kind: SourceFailure; readonly count: number; readonly lastAt: Date }[];
  /** What the platform charges for readings of this UTC day; null where readings are free. */
  readonly spentTodayUsd: number | null;
}

/** Counts what a source answers. */
export interface SourceRecord {
  note(key: string, outcome: ReadingOutcome): void;
  health(lanes: readonly SourceLane[]): SourceHealth;
}

export function createSourceRecord(source: MetricSource, clock: Clock): SourceRecord {
  let lastSuccessAt: Date | null = null;
  const failures = new Map<SourceFailure, { count: number; lastAt: Date }>();
  let paid = { day: "", channels: new Set<string>() };
  const today = () => clock.wall().toISOString().slice(0, 10);
  return {
    note: (key, outcome) => {
      if (outcome.status === "failed") {
        const { kind } = outcome.failure;
        failures.set(kind, { count: (failures.get(kind)?.count ?? 0) + 1, lastAt: clock.now() });
        return;
      }
      lastSuccessAt = clock.now();
      if (source.pricePerChannelDayUsd === undefined) return;
      if (paid.day !== today()) paid = { day: today(), channels: new Set() };
      // The same channel is free again until the day ends.
      paid.channels.add(key);
    },
    health: (lanes) => {
      const price = source.pricePerChannelDayUsd;
      const channels = paid.day === today() ? paid.channels.size : 0;
      return {
        ...{ id: source.id, platform: source.platform, method: source.method, lastSuccessAt },
        lanes: lanes.length,
        budgetLeft: Math.min(source.budget.capacity, ...lanes.map((lane) => lane.budget.left())),
        budgetCapacity: source.budget.capacity,
        waitMs: Math.max(0, ...lanes.map((lane) => Math.round(lane.budget.waitMs()))),
        breaker: worstBreaker(lanes),
        failures: [...failures].map(([kind, seen]) => ({ kind, ...seen })),
        spentTodayUsd: price === undefined ? null : Math.round(channels * price * 1_000) / 1_000,
      };
    },
  };
}

function worstBreaker(lanes: readonly SourceLane[]): SourceHealth["breaker"] {
  const states = new Set(lanes.map((lane) => lane.breaker()));
  if (states.has("open")) return "open";
  return states.has("half_open") ? "half_open" : "closed";
}
