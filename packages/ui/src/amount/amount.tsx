import { classNames } from "../class-names/index.ts";
import { formatAmount } from "./format-amount.ts";

export interface AmountProps {
  /** In the currency's minor unit: cents. */
  amountMinor: number;
  /** ISO 4217. */
  currency: string;
  locale: string;
  /** Shows a plus before what is added. */
  signed?: boolean;
  className?: string | undefined;
}

/** An amount of money in figures that keep their columns. */
export function Amount({ amountMinor, currency, locale, signed = false, className }: AmountProps) {
  return (
    <span className={classNames("figures whitespace-nowrap", className)}>
      {formatAmount(amountMinor, currency, locale, signed)}
    </span>
  );
}
