import type { Platform } from "@smplat/contracts/vocabulary";
import type { ReadingOutcome } from "../social-account.ts";

/** What a source is asked for. The platform's own id wins over the handle once it is known. */
export interface SourceTarget {
  readonly handle: string;
  readonly platformUserId: string | null;
}

/** How many requests a platform allows: `capacity` at once, refilled at `perSecond`. */
export interface SourceBudget {
  readonly capacity: number;
  readonly perSecond: number;
}

/**
 * Where the numbers of a platform come from. An adapter speaks one documented interface, asks once per call, never
 * guesses, and answers with a reading or a typed failure. It throws nothing that the outside can cause.
 */
export interface MetricSource {
  readonly id: string;
  readonly platform: Platform;
  readonly budget: SourceBudget;
  read(target: SourceTarget): Promise<ReadingOutcome>;
}
