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
] as const;

export type SupplierMode = (typeof supplierModes)[number];

/** From `from` (business milliseconds) on, work advances at `speed` times the usual pace. */
export interface PaceChange {
  from: number;
  speed: number;
}

export interface SupplierControl {
  mode: SupplierMode;
  /** Share of the ordered units that an order caught in mode `short` delivers. */
  shortShare: number;
  speed: number;
  /** `none` makes every order punctual, complete and followed by a clear lift. */
  variation: "natural" | "none";
  /** How long an unanswered request stays open before the connection is cut. */
  hangMs: number;
  slowMs: number;
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
  /** What the last webhook said. */
  announced: { status: JobStatus; delivered: number };
}

export interface SupplierState {
  control: SupplierControl;
  jobs: Record<string, SupplierJob>;
  /** Submit requests received per reference, refused and unanswered ones included. */
  submits: Record<string, number>;
  pace: PaceChange[];
  /** Answers under an idempotency key: fingerprint of the request and the job it made. */
  idempotency: Record<string, { fingerprint: string; jobId: string }>;
  nextNumber: number;
}

/** A supplier without orders, working normally. */
export function emptySupplierState(): SupplierState {
  return {
    control: { mode: "normal", shortShare: 0.8, speed: 1, variation: "natural", hangMs: 30_000, slowMs: 3_000 },
    jobs: {},
    submits: {},
    pace: [],
    idempotency: {},
    nextNumber: 1,
  };
}
