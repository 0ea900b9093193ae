import { scaleMinor } from "#kernel/money";
import type { OrderWithLines } from "#modules/orders";
import type { RefundLine } from "./payment.ts";

/** What goes back of a line, and the tax in it. Minor units. */
export interface RefundPart extends RefundLine {
  readonly taxMinor: number;
}

/**
 * Splits each line's part into tax and net by the line's own rate. `order` is the order before these parts go back: the
 * tax of a part is what the line's returned tax grows by, so parts returned one by one add up to the line's tax exactly.
 */
export function splitRefund(order: Pick<OrderWithLines, "lines">, lines: readonly RefundLine[]): RefundPart[] {
  return lines.flatMap(({ lineId, amountMinor }) => {
    const line = order.lines.find((candidate) => candidate.id === lineId);
    if (line === undefined) return [];
    const gross = line.netMinor + line.taxMinor;
    const before = taxOf(line.refundedMinor, gross, line.taxMinor);
    return [{ lineId, amountMinor, taxMinor: taxOf(line.refundedMinor + amountMinor, gross, line.taxMinor) - before }];
  });
}

/** The tax in the first `refunded` of a line. */
function taxOf(refunded: number, gross: number, tax: number): number {
  return gross === 0 ? 0 : scaleMinor(refunded, tax, gross);
}
