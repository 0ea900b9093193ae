import type { SourceFailure } from "@smplat/contracts/vocabulary";
import type { MetricSnapshot } from "./social-account.ts";

/** A moment at which a reading was wanted and none could be taken. Never changed. */
export interface ReadingGap {
  readonly id: string;
  readonly accountId: string;
  /** Business time. */
  readonly takenAt: Date;
  /** Which source was asked; null when none could be. */
  readonly source: string | null;
  readonly kind: SourceFailure;
  /** Wall time; null when waiting does not help or nobody can tell. */
  readonly retryAt: Date | null;
}

/** One moment in a channel's history: what was read, or why nothing was. */
export type HistoryEntry =
  | { readonly status: "read"; readonly snapshot: MetricSnapshot }
  | { readonly status: "missing"; readonly gap: ReadingGap };
