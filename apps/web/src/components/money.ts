import type { Money } from "@smplat/contracts";
import type { Locale } from "@smplat/contracts/vocabulary";
import { formatAmount } from "@smplat/ui/amount";

/** Money as text. Words of the server's amounts only: nothing is computed here. */
export function formatMoney({ amountMinor, currency }: Money, locale: Locale): string {
  return formatAmount(amountMinor, currency, locale);
}
