import type { LineProof } from "@smplat/contracts";
import type { Platform, ProofLabel } from "@smplat/contracts/vocabulary";

/** One reading of a channel; null when it was due and could not be taken. */
export interface ProofReading {
  readonly at: string;
  readonly followers: number | null;
}

/** What a proof card shows. Whatever is null is not known, and the card says so. */
export interface ProofCardData {
  readonly product: string;
  readonly channel: { readonly platform: Platform; readonly handle: string } | null;
  readonly label: ProofLabel;
  readonly explanation: string;
  readonly baseline: number | null;
  readonly baselineMissing: string | null;
  readonly latest: number | null;
  readonly readings: readonly ProofReading[];
  readonly change: LineProof["change"];
  readonly source: string | null;
  /** The possible error of one reading; 0 when it is exact. */
  readonly precisionStep: number;
  readonly fulfillment: LineProof["fulfillment"];
  /** Where usual growth would have led; empty without enough history. */
  readonly forecast: readonly LineProof["forecast"][number][];
  /** When the work ran; `end` is null while it runs. */
  readonly period: { readonly start: string; readonly end: string | null } | null;
  /** What a weak baseline rests on; null for a firm one, or none. */
  readonly weakBaseline: { readonly readings: number; readonly spanHours: number } | null;
  /** A person vouched for a number the change rests on. */
  readonly attested: boolean;
  readonly computedAt: string;
}

/** The card of one line of an order's delivery proof. */
export function proofCardOfLine(line: LineProof, computedAt: string): ProofCardData {
  const readings = [
    ...line.readings.map(({ takenAt, followers }) => ({ at: takenAt, followers })),
    ...line.missing.map(({ at }) => ({ at, followers: null })),
  ];
  const reading = line.latest ?? line.baseline;
  return {
    product: line.productTitle,
    channel: line.account && { platform: line.account.platform, handle: line.account.handle },
    label: line.label,
    explanation: line.explanation,
    baseline: line.baseline?.followers ?? null,
    baselineMissing: line.baselineMissing,
    latest: line.latest?.followers ?? null,
    readings: readings.toSorted((a, b) => a.at.localeCompare(b.at)),
    change: line.change,
    source: reading?.source ?? null,
    precisionStep: reading === null || reading.precision.kind === "exact" ? 0 : reading.precision.step,
    fulfillment: line.fulfillment,
    forecast: line.forecast,
    period: line.startedAt === null ? null : { start: line.startedAt, end: line.completedAt },
    weakBaseline: line.weakBaseline ? line.baselineStrength : null,
    attested: line.attested,
    computedAt,
  };
}
