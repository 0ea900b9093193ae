/** Money as text. The amount is in minor units; how many make one is the currency's own matter (JPY has none). */
export function formatAmount(amountMinor: number, currency: string, locale: string, signed = false): string {
  const format = new Intl.NumberFormat(locale, {
    style: "currency",
    currency,
    signDisplay: signed ? "exceptZero" : "auto",
  });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(amountMinor / 10 ** digits);
}
