/**
 * Shape of VAT identification numbers after their prefix. Source: European Commission, VIES FAQ Q11 "What is the format
 * of a VAT number"; the German check digit is ISO 7064 MOD 11,10 as the Bundeszentralamt für Steuern documents it.
 */
const shapes: Readonly<Record<string, RegExp>> = {
  AT: /^U\d{8}$/,
  BE: /^[01]\d{9}$/,
  BG: /^\d{9,10}$/,
  CY: /^\d{8}[A-Z]$/,
  CZ: /^\d{8,10}$/,
  DE: /^\d{9}$/,
  DK: /^\d{8}$/,
  EE: /^\d{9}$/,
  ES: /^(?:[A-Z]\d{7}[A-Z\d]|\d{8}[A-Z])$/,
  FI: /^\d{8}$/,
  FR: /^[A-HJ-NP-Z\d]{2}\d{9}$/,
  GB: /^(?:\d{9}(?:\d{3})?|GD\d{3}|HA\d{3})$/,
  GR: /^\d{9}$/,
  HR: /^\d{11}$/,
  HU: /^\d{8}$/,
  IE: /^(?:\d{7}[A-W][A-I]?|\d[A-Z+*]\d{5}[A-W])$/,
  IT: /^\d{11}$/,
  LT: /^(?:\d{9}|\d{12})$/,
  LU: /^\d{8}$/,
  LV: /^\d{11}$/,
  MT: /^\d{8}$/,
  NL: /^\d{9}B\d{2}$/,
  PL: /^\d{10}$/,
  PT: /^\d{9}$/,
  RO: /^\d{2,10}$/,
  SE: /^\d{10}01$/,
  SI: /^\d{8}$/,
  SK: /^\d{10}$/,
};

/** The prefix of a country's VAT ids: its ISO code, but EL for Greece. */
const prefixOf = (country: string): string => (country === "GR" ? "EL" : country);

/** A VAT id without the spaces, dots and dashes people type. */
export const normalizeVatId = (taxId: string): string => taxId.toUpperCase().replaceAll(/[\s.\-/]/g, "");

/**
 * Whether a VAT id is well-formed for a country: right prefix, right shape, and for Germany the right check digit. It
 * does not ask whether the id was ever given to anybody.
 */
export function isWellFormedVatId(taxId: string, country: string): boolean {
  const shape = Object.hasOwn(shapes, country) ? shapes[country] : undefined;
  const prefix = prefixOf(country);
  const id = normalizeVatId(taxId);
  if (shape === undefined || !id.startsWith(prefix)) return false;
  const rest = id.slice(prefix.length);
  return shape.test(rest) && (country !== "DE" || hasGermanCheckDigit(rest));
}

function hasGermanCheckDigit(digits: string): boolean {
  let product = 10;
  for (const digit of digits.slice(0, 8)) {
    const sum = (Number(digit) + product) % 10 || 10;
    product = (2 * sum) % 11;
  }
  return (11 - product) % 10 === Number(digits[8]);
}
