import type { LineActions, Money } from "@smplat/contracts";

/** What was typed per line, by its id. */
export type TypedAmounts = Readonly<Record<string, string>>;

const minorPerMajor = 100;
const written = /^(\d{1,9})(?:[.,](\d{1,2}))?$/;

/** Minor units of "12", "12.5" or "12,50"; null for anything else. Every currency of the shop has two decimals. */
export function readAmount(typed: string): number | null {
  const match = written.exec(typed.trim());
  if (match === null) return null;
  return Number(match[1]) * minorPerMajor + Number((match[2] ?? "").padEnd(2, "0"));
}

/** An amount as one would type it. */
export const writeAmount = ({ amountMinor }: Money): string => (amountMinor / minorPerMajor).toFixed(2);

export interface ReadRefund {
  readonly parts: readonly { readonly lineId: string; readonly amountMinor: number }[];
  readonly totalMinor: number;
  /** Lines whose amount can't be read or is more than is left. */
  readonly wrong: ReadonlySet<string>;
}

/** The refund that was typed; an empty field leaves its line out. */
export function readRefund(lines: readonly LineActions[], typed: TypedAmounts): ReadRefund {
  const wrong = new Set<string>();
  const parts = lines.flatMap(({ lineId, refundable }) => {
    const text = (typed[lineId] ?? "").trim();
    if (text === "") return [];
    const amountMinor = readAmount(text);
    if (amountMinor === null || amountMinor > refundable.amountMinor) wrong.add(lineId);
    return amountMinor === null || amountMinor === 0 ? [] : [{ lineId, amountMinor }];
  });
  return { parts, totalMinor: parts.reduce((sum, part) => sum + part.amountMinor, 0), wrong };
}
