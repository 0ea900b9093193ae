import { createHmac, timingSafeEqual } from "node:crypto";
import { type CartQuote, signedParts } from "#modules/carts";

/** HMAC-SHA256 over everything that decides the price. */
export const signQuote = (key: string, quote: Omit<CartQuote, "signature">): string =>
  createHmac("sha256", key).update(signedParts(quote)).digest("base64url");

/** Compares in constant time. */
export function isSignedByUs(key: string, quote: CartQuote): boolean {
  const expected = Buffer.from(signQuote(key, quote));
  const given = Buffer.from(quote.signature);
  return expected.length === given.length && timingSafeEqual(expected, given);
}
