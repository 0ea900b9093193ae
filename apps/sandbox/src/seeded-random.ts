import { createHash, randomBytes } from "node:crypto";

/** A number in [0, 1) that is always the same for the same seed and words. */
export function seededFraction(seed: number, ...words: (string | number)[]): number {
  const digest = createHash("sha256")
    .update(`${seed}|${words.join("|")}`)
    .digest();
  return digest.readUIntBE(0, 6) / 2 ** 48;
}

/** A cheap fraction in [0, 1) from two integers, for series read thousands of values at a time. */
export function cheapFraction(stream: number, index: number): number {
  let value = Math.imul(stream ^ Math.imul(index + 0x9e3779b9, 0x85ebca6b), 0xc2b2ae35);
  value ^= value >>> 15;
  value = Math.imul(value, 0x2c1b3c6d);
  value ^= value >>> 12;
  value = Math.imul(value, 0x297a2d39);
  value ^= value >>> 15;
  return (value >>> 0) / 2 ** 32;
}

/** Lower-case text of a fixed alphabet, always the same for the same seed and words. */
export function seededText(alphabet: string, length: number, seed: number, ...words: (string | number)[]): string {
  const digest = createHash("sha512")
    .update(`${seed}|${words.join("|")}`)
    .digest();
  return Array.from(digest.subarray(0, length), (byte) => alphabet[byte % alphabet.length]).join("");
}

const base62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** A fresh random id such as `pi_3kTz…`. */
export function newId(prefix: string, length = 24): string {
  return `${prefix}_${Array.from(randomBytes(length), (byte) => base62[byte % 62]).join("")}`;
}
