import type { EvidencePage } from "./evidence-page.ts";

export const supplierIds = ["northbeam", "atelier", "quayside"] as const;
export type SupplierId = (typeof supplierIds)[number];

export const supplierModes = [
  "normal",
  "down",
  "accept-then-timeout",
  "reject",
  "short",
  "stall",
  "rate-limited",
  "slow",
  "malformed",
  "flapping",
  "brown-out",
  "overclaim",
  "miscount",
] as const;

export type SupplierMode = (typeof supplierModes)[number];

/** From `from` (business milliseconds) on, work advances at `speed` times the usual pace. */
export interface PaceChange {
  from: number;
  speed: number;
}

export interface SupplierControl {
  mode: SupplierMode;
  /** Share of the ordered units that an order caught in mode `short` or `overclaim` delivers. */
  shortShare: number;
  speed: number;
  /** `none` makes every order punctual, complete and followed by a clear lift. */
  variation: "natural" | "none";
  /** How long an unanswered request stays open before the connection is cut. */
  hangMs: number;
  slowMs: number;
  /** How long a supplier in mode `flapping` answers, and does not, on average: business hours. */
  upHours: number;
  downHours: number;
  /** Share of requests that mode `brown-out` turns away. */
  failShare: number;
  /** Today's prices as a multiple of the first list's; an order keeps the price it was taken at. */
  priceFactor: number;
  /** Prepaid credit left, minor units; null for a line that is topped up by itself. */
  creditMinor: number | null;
  /** How far the supplier's clock is ahead; below zero it is behind. */
  skewMs: number;
  /** Multiplies the wait before an order taken from now on starts. */
  startFactor: number;
  /** Share of the evidence of orders taken from now on that disappears within `dropOffDays` of its hand-over. */
  dropOffShare: number;
  dropOffDays: number;
}

/** How an order's evidence goes away after it was handed over. */
export interface DropOff {
  share: number;
  days: number;
  /** Which pieces, and when: the order's own row of fractions. */
  stream: number;
}

/** A batch of work: the order itself, or a make-good on top of it. */
export interface Tranche {
  /** Business milliseconds. */
  acceptedAt: number;
  startDelayMs: number;
  durationMs: number;
  quantity: number;
  /** Share of `quantity` that is delivered in the end. */
  share: number;
  /** Seed of this tranche's unevenness, in [0, 1). */
  noise: number;
}

export type EvidenceKind = "ad_report" | "placement" | "asset" | "hours" | "audit";

/** What the target channel gains from delivered units. */
export interface Lift {
  /** Followers per delivered unit. */
  perUnit: number;
  /** Share of the channel's own followers, reached when everything is delivered. */
  shareOfBase: number;
}

export type JobStatus = "accepted" | "running" | "completed" | "short" | "canceled";

/** One order at a supplier. What was delivered is computed from it and the time, never stored. */
export interface SupplierJob {
  id: string;
  reference: string;
  service: string;
  unit: string;
  evidenceKind: EvidenceKind;
  quantity: number;
  platform: string;
  handle: string;
  brief: string;
  priceMinor: number;
  tranches: Tranche[];
  lift: Lift;
  canceledAt: number | null;
  /** Evidence that no longer stands, such as a placement taken down. */
  withdrawn: string[];
  /** How pages of evidence behave by its id, and who asked for them; absent: as the evidence does, unasked. */
  pages?: Record<string, EvidencePage>;
  /** Absent: what was handed over stays. */
  dropOff?: DropOff;
  /** What the last webhook said. */
  announced: { status: JobStatus; delivered: number };
}

export interface SupplierState {
  control: SupplierControl;
  jobs: Record<string, SupplierJob>;
  /** Submit requests received per reference, refused and unanswered ones included. */
  submits: Record<string, number>;
  pace: PaceChange[];
  /** Business milliseconds since when it flaps, and requests it was asked in mode `brown-out`. */
  flapsSince: number;
  asked: number;
  /** Answers under an idempotency key: fingerprint of the request and the job it made. */
  idempotency: Record<string, { fingerprint: string; jobId: string }>;
  nextNumber: number;
}

const normalControl: Readonly<SupplierControl> = {
  mode: "normal",
  shortShare: 0.8,
  speed: 1,
  variation: "natural",
  hangMs: 30_000,
  slowMs: 3_000,
  upHours: 6,
  downHours: 2,
  failShare: 0.3,
  priceFactor: 1,
  creditMinor: null,
  skewMs: 0,
  startFactor: 1,
  dropOffShare: 0,
  dropOffDays: 14,
};

/** A supplier without orders, working normally. */
export function emptySupplierState(): SupplierState {
  return {
    control: { ...normalControl },
    jobs: {},
    submits: {},
    pace: [],
    flapsSince: 0,
    asked: 0,
    idempotency: {},
    nextNumber: 1,
  };
}
