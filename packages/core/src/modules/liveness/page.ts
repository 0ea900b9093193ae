import type { LookReason, LookVerdict } from "@smplat/contracts/vocabulary";

/** What came back from a page. */
export interface PageAnswer {
  readonly verdict: LookVerdict;
  readonly reason: LookReason;
  /** The last HTTP status; null when none came. */
  readonly status: number | null;
  /** Where the last answer came from, when not from the address itself. */
  readonly answeredBy: string | null;
  readonly latencyMs: number;
  /** Milliseconds the host asks us to stay away. */
  readonly retryAfterMs: number | null;
}

/** `up`: counts as delivered. `down`: found gone often enough to count no more. */
export type PageState = "up" | "down";

/** A placement of a line at its public address, and what is known of whether it stands. Times are business time. */
export interface Page {
  readonly id: string;
  readonly lineId: string;
  readonly orderId: string;
  readonly address: string;
  readonly title: string;
  /** False once the supplier names it no more: then it is not looked at. */
  readonly isNamed: boolean;
  readonly state: PageState;
  /** The first of the looks that contradict the state; null while none does. */
  readonly doubtSince: Date | null;
  /** The last look that found it live. */
  readonly seenAt: Date | null;
  /** The first of the looks that brought it down. */
  readonly goneSince: Date | null;
  /** Looks so far, and how many of the last ones said nothing. */
  readonly looks: number;
  readonly unanswered: number;
  readonly lastLookAt: Date | null;
  readonly watchedFrom: Date;
  /** The end of the line's guarantee. */
  readonly endsAt: Date;
  /** Null when nothing more is to be looked at. */
  readonly nextAt: Date | null;
}

/** A look that was made. Stored once and never changed. */
export interface Look extends Omit<PageAnswer, "retryAfterMs"> {
  readonly pageId: string;
  /** The page's how-many-eth look, from 1. */
  readonly number: number;
  readonly at: Date;
}
