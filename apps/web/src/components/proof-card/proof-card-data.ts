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
    computedAt,
  };
}
