import type { Currency, Locale } from "@smplat/contracts/vocabulary";

/** Where the seller's calendar runs: dates on papers, and the year of an invoice's number. */
export const sellerTimeZone = "Europe/Berlin";

const languages: Readonly<Record<Locale, string>> = { en: "en-GB", de: "de-DE" };

type NumberStyle = Readonly<Pick<Intl.NumberFormatOptions, "style" | "currency" | "maximumFractionDigits">>;
type MomentStyle = Readonly<Pick<Intl.DateTimeFormatOptions, "dateStyle" | "timeStyle">>;

const numberFormats = new Map<string, Intl.NumberFormat>();
const momentFormats = new Map<string, Intl.DateTimeFormat>();

/** Made once for each language and style: making one costs a hundred times what using it does. */
function numberFormat(locale: Locale, style: NumberStyle): Intl.NumberFormat {
  return kept(numberFormats, locale, style, () => new Intl.NumberFormat(languages[locale], style));
}

function momentFormat(locale: Locale, style: MomentStyle): Intl.DateTimeFormat {
  const make = () => new Intl.DateTimeFormat(languages[locale], { ...style, timeZone: sellerTimeZone });
  return kept(momentFormats, locale, style, make);
}

function kept<F>(formats: Map<string, F>, locale: Locale, style: NumberStyle | MomentStyle, make: () => F): F {
  const key = `${locale} ${Object.values(style).join(" ")}`;
  const format = formats.get(key) ?? make();
  formats.set(key, format);
  return format;
}

/** Minor units as people write them: "€49.00", "49,00 €". All currencies of the shop have two minor digits. */
export function formatMoney(amountMinor: number, currency: Currency, locale: Locale): string {
  return numberFormat(locale, { style: "currency", currency }).format(amountMinor / 100);
}

export function formatNumber(value: number, locale: Locale): string {
  return numberFormat(locale, { maximumFractionDigits: 1 }).format(value);
}

/** With its sign, and with a minus that is as wide as the plus. */
export function formatSigned(value: number, locale: Locale): string {
  const sign = value > 0 ? "+" : value < 0 ? "−" : "±";
  return `${sign}${formatNumber(Math.abs(value), locale)}`;
}

/** Basis points as a percentage: 1900 is "19 %" in German and "19%" in English. */
export function formatRate(rateBp: number, locale: Locale): string {
  return numberFormat(locale, { style: "percent", maximumFractionDigits: 2 }).format(rateBp / 10_000);
}

/** A day in the seller's calendar: "22 November 2026", "22. November 2026". */
export function formatDay(at: Date, locale: Locale): string {
  return momentFormat(locale, { dateStyle: "long" }).format(at);
}

/** A moment in the seller's time, to the minute. */
export function formatMoment(at: Date, locale: Locale): string {
  return momentFormat(locale, { dateStyle: "medium", timeStyle: "short" }).format(at);
}

/** The name of a country in the reader's language; the code itself when there is none. */
export function formatCountry(code: string, locale: Locale): string {
  if (!/^[A-Z]{2}$/.test(code)) return code;
  return new Intl.DisplayNames([languages[locale]], { type: "region", fallback: "code" }).of(code) ?? code;
}
