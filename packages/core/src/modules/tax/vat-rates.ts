/**
 * Standard VAT rates of the European Union in basis points, by ISO 3166 country. Source: European Commission, Taxes in
 * Europe Database v4 and "VAT rules and rates" of Your Europe, as in force on 1 January 2026 (last changes: Romania
 * 21 % from August 2025, Estonia 24 % from July 2025, Slovakia 23 % from January 2025). Our services are electronically
 * supplied or agency work, to which no reduced rate applies.
 */
const euStandardRatesBp: Readonly<Record<string, number>> = {
  AT: 2_000,
  BE: 2_100,
  BG: 2_000,
  CY: 1_900,
  CZ: 2_100,
  DE: 1_900,
  DK: 2_500,
  EE: 2_400,
  ES: 2_100,
  FI: 2_550,
  FR: 2_000,
  GR: 2_400,
  HR: 2_500,
  HU: 2_700,
  IE: 2_300,
  IT: 2_200,
  LT: 2_100,
  LU: 1_700,
  LV: 2_100,
  MT: 1_800,
  NL: 2_100,
  PL: 2_300,
  PT: 2_300,
  RO: 2_100,
  SE: 2_500,
  SI: 2_200,
  SK: 2_300,
};

/** HMRC, VAT rates: standard rate 20 %. */
const ukStandardRateBp = 2_000;

export const isEuCountry = (country: string): boolean => Object.hasOwn(euStandardRatesBp, country);

/** Standard VAT rate of a country in basis points; null where this shop charges none. */
export function standardRateBp(country: string): number | null {
  if (country === "GB") return ukStandardRateBp;
  return isEuCountry(country) ? (euStandardRatesBp[country] ?? null) : null;
}
