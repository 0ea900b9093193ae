import type { LocalizedText } from "#kernel/locale";
import { allocateMinor, basisPoints, sumMinor } from "#kernel/money";
import type { TaxAssessment } from "#modules/tax";
import { adjustmentTooLarge } from "./pricing-errors.ts";

/** Something that changes the net of the whole cart, e.g. redeemed points; negative when it lowers it. */
export interface CartAdjustment {
  readonly kind: string;
  readonly label: string;
  readonly amountMinor: number;
}

export interface TotaledLine {
  readonly id: string;
  /** After its share of the adjustments. */
  readonly netMinor: number;
  readonly taxMinor: number;
  readonly grossMinor: number;
  readonly taxRateBp: number;
}

export interface TaxSum {
  readonly rateBp: number;
  readonly baseMinor: number;
  readonly taxMinor: number;
  readonly label: LocalizedText;
}

export interface CartTotals {
  readonly lines: readonly TotaledLine[];
  readonly taxes: readonly TaxSum[];
  readonly netMinor: number;
  readonly taxMinor: number;
  readonly totalMinor: number;
}

/**
 * Nets, taxes and total of a cart. Adjustments are spread over the lines by their net with the largest-remainder
 * method, tax is rounded once per line, and sums are sums of the lines, so every split adds up again. Pure.
 *
 * Throws `money.out-of-range` when the adjustments are worth more than the lines.
 */
export function totalCart(
  lines: readonly { readonly id: string; readonly netMinor: number }[],
  adjustments: readonly CartAdjustment[],
  assessment: Pick<TaxAssessment, "rateBp" | "label">,
): CartTotals {
  const before = lines.map((line) => line.netMinor);
  const adjustment = sumMinor(adjustments.map((entry) => entry.amountMinor));
  if (sumMinor([...before, adjustment]) < 0) throw adjustmentTooLarge(adjustment);
  const shares = allocateMinor(adjustment, before);
  const totaled = lines.map((line, index) => {
    const netMinor = sumMinor([line.netMinor, shares[index] ?? 0]);
    const taxMinor = basisPoints(netMinor, assessment.rateBp);
    const grossMinor = sumMinor([netMinor, taxMinor]);
    return { id: line.id, netMinor, taxMinor, grossMinor, taxRateBp: assessment.rateBp };
  });
  const netMinor = sumMinor(totaled.map((line) => line.netMinor));
  const taxMinor = sumMinor(totaled.map((line) => line.taxMinor));
  return {
    lines: totaled,
    taxes: [{ rateBp: assessment.rateBp, baseMinor: netMinor, taxMinor, label: assessment.label }],
    netMinor,
    taxMinor,
    totalMinor: sumMinor([netMinor, taxMinor]),
  };
}
