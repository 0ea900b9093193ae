import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { LineQuoteRequest, StoredLineQuote } from "./line-quote.ts";

/** Everything the signature vouches for. Not the owner: signing in moves a guest's quotes to the account. */
export type SignedContent = Omit<StoredLineQuote, "ownerId" | "signature" | "cartLineId" | "summary" | "createdAt">;

/** `v2.` and an HMAC-SHA256 over the quote's content in a fixed notation, base64url. */
export function signQuote(content: SignedContent, key: string): string {
  const text = canonicalJson([
    "line-quote",
    content.id,
    content.productId,
    content.productVersion,
    content.quantity,
    configHashOf(content),
    content.currency,
    content.parts.map((part) => [part.kind, part.key, part.amountMinor]),
    content.netMinor,
    content.missing,
    content.expiresAt.toISOString(),
  ]);
  return `v2.${createHmac("sha256", key).update(text).digest("base64url")}`;
}

/** Whether a stored quote is what was signed; compared in constant time. */
export function verifyQuote(quote: StoredLineQuote, key: string): boolean {
  const expected = Buffer.from(signQuote(quote, key));
  const given = Buffer.from(quote.signature);
  return (
    given.length === expected.length && timingSafeEqual(given, expected) && quote.configHash === configHashOf(quote)
  );
}

/** Hash of what is configured, without how many: product, choices, answers, channel and currency. */
export function configHashOf(
  configured: Pick<LineQuoteRequest, "productId" | "selection" | "platformContext" | "currency">,
): string {
  const { productId, selection, platformContext, currency } = configured;
  return createHash("sha256").update(canonicalJson({ productId, selection, platformContext, currency })).digest("hex");
}

/** JSON with sorted keys: a round trip through the database changes the order of keys. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
