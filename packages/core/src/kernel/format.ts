import type { Currency, Locale } from "@smplat/contracts/vocabulary";

/** Where the seller's calendar runs: dates on papers, and the year of an invoice's number. */
export const sellerTimeZone = "Europe/Berlin";

const languages: Readonly<Record<Locale, string>> = { en: "en-GB", de: "de-DE" };

/** Minor units as people write them: "€49.00", "49,00 €". All currencies of the shop have two minor digits. */
export function formatMoney(amountMinor: number, currency: Currency, locale: Locale): string {
  return new Intl.NumberFormat(languages[locale], { style: "currency", currency }).format(amountMinor / 100);
}

export function formatNumber(value: number, locale: Locale): string {
  return new Intl.NumberFormat(languages[locale], { maximumFractionDigits: 1 }).format(value);
}

/** With its sign, and with a minus that is as wide as the plus. */
export function formatSigned(value: number, locale: Locale): string {
  const sign = value > 0 ? "+" : value < 0 ? "−" : "±";
  return `${sign}${formatNumber(Math.abs(value), locale)}`;
}

/** Basis points as a percentage: 1900 is "19 %" in German and "19%" in English. */
export function formatRate(rateBp: number, locale: Locale): string {
  const style = { style: "percent", maximumFractionDigits: 2 } as const;
  return new Intl.NumberFormat(languages[locale], style).format(rateBp / 10_000);
}

/** A day in the seller's calendar: "22 November 2026", "22. November 2026". */
export function formatDay(at: Date, locale: Locale): string {
  return new Intl.DateTimeFormat(languages[locale], { dateStyle: "long", timeZone: sellerTimeZone }).format(at);
}

/** A moment in the seller's time, to the minute. */
export function formatMoment(at: Date, locale: Locale): string {
  const style = { dateStyle: "medium", timeStyle: "short", timeZone: sellerTimeZone } as const;
  return new Intl.DateTimeFormat(languages[locale], style).format(at);
}

/** The name of a country in the reader's language; the code itself when there is none. */
export function formatCountry(code: string, locale: Locale): string {
  if (!/^[A-Z]{2}$/.test(code)) return code;
  return new Intl.DisplayNames([languages[locale]], { type: "region", fallback: "code" }).of(code) ?? code;
}
