import { Secret } from "otpauth";

const count = 10;

/** Ten codes of 80 random bits: too many to guess, so a plain digest of each may be stored. */
export const newRecoveryCodes = (): readonly string[] =>
  Array.from({ length: count }, () => grouped(new Secret({ size: 10 }).base32));

const grouped = (code: string): string => code.match(/.{4}/g)?.join("-") ?? code;

/** A recovery code as it was given out, however it was typed; null when this can't be one. */
export function recoveryCodeOf(given: string): string | null {
  const letters = given.replaceAll(/[\s-]/g, "").toUpperCase();
  return /^[A-Z2-7]{16}$/.test(letters) ? grouped(letters) : null;
}
