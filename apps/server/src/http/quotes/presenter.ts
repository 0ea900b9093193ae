import type { LineQuote } from "@smplat/contracts";
import type { StoredLineQuote } from "@smplat/core";

/** What a country's VAT makes of a net price. */
export interface QuotedTax {
  readonly country: string;
  readonly rateBp: number;
  readonly taxMinor: number;
}

/** A quote as its owner sees it. */
export function presentQuote(quote: StoredLineQuote, tax: QuotedTax): LineQuote {
  const { currency, selection, platformContext } = quote;
  return {
    id: quote.id,
    productId: quote.productId,
    quantity: quote.quantity,
    selection: {
      options: Object.fromEntries(Object.entries(selection.options).map(([group, keys]) => [group, [...keys]])),
      addOns: [...selection.addOns],
      plan: selection.plan,
      fields: { ...selection.fields },
    },
    platformContext:
      platformContext === null
        ? null
        : {
            platform: platformContext.platform,
            handle: platformContext.handle,
            accountId: platformContext.accountId,
          },
    missing: [...quote.missing],
    parts: quote.parts.map(({ kind, key, label, amountMinor }) => ({ kind, key, label, amountMinor })),
    net: { amountMinor: quote.netMinor, currency },
    gross: { amountMinor: quote.netMinor + tax.taxMinor, currency },
    taxRateBp: tax.rateBp,
    country: tax.country,
    expiresAt: quote.expiresAt.toISOString(),
    signature: quote.signature,
  };
}
