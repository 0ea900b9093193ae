const hoursPerDay = 24;
const daysFrom = 48;

/** A length of time as one reads it: hours up to two days, then days. */
export function hoursText(hours: number, locale: string): string {
  const unit = hours < daysFrom ? "hour" : "day";
  const value = unit === "hour" ? hours : hours / hoursPerDay;
  const digits = value < 10 ? 1 : 0;
  const style = { style: "unit", unit, unitDisplay: "long", maximumFractionDigits: digits } as const;
  return new Intl.NumberFormat(locale, style).format(value);
}
