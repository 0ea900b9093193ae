import type { Currency } from "@smplat/contracts/vocabulary";
import type { LocalizedText } from "#kernel/locale";
import type { CartPlatformContext, CartPricePart, CartSelection } from "./cart.ts";

/** A line of a binding total, with everything an order keeps of it. */
export interface CartQuoteLine {
  readonly lineId: string;
  readonly quoteId: string;
  readonly productId: string;
  readonly product: QuotedProduct;
  readonly quantity: number;
  readonly selection: CartSelection;
  readonly summary: readonly string[];
  readonly platformContext: CartPlatformContext | null;
  readonly parts: readonly CartPricePart[];
  readonly netMinor: number;
  readonly taxMinor: number;
  readonly taxRateBp: number;
}

/** The product as it was quoted: later changes don't reach what was agreed. */
export interface QuotedProduct {
  readonly slug: string;
  readonly title: LocalizedText;
  readonly unit: LocalizedText;
  readonly artSeed: number;
  readonly deliverableKind: "reported_ad_result" | "placement" | "asset" | "hours" | "audit";
  /** Which service of the suppliers does the work, the selection's overrides included. Never shown to shoppers. */
  readonly serviceKey: string;
  readonly evidence: { readonly guaranteeDays: number; readonly thresholdPercent: number };
  readonly sla: { readonly startsWithinHours: number; readonly deliversWithinHours: number };
  readonly measurement: "required" | "optional";
  /** Present where the product was sold only for a channel whose owner is proven. */
  readonly ownershipPolicy?: "required";
  readonly policy: unknown;
}

export interface Adjustment {
  readonly kind: string;
  readonly label: string;
  readonly amountMinor: number;
}

export interface TaxPart {
  readonly rateBp: number;
  readonly baseMinor: number;
  readonly taxMinor: number;
}

/** The binding total of one version of a cart for one billing country. */
export interface CartQuote {
  readonly id: string;
  readonly cartId: string;
  readonly ownerId: string;
  readonly cartVersion: number;
  readonly currency: Currency;
  readonly billingCountry: string;
  readonly taxId: string | null;
  readonly lines: readonly CartQuoteLine[];
  readonly adjustments: readonly Adjustment[];
  readonly taxes: readonly TaxPart[];
  readonly taxNote: LocalizedText | null;
  readonly netMinor: number;
  readonly taxMinor: number;
  readonly totalMinor: number;
  readonly signature: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

/** What the signature covers: nothing that decides the price can change without breaking it. */
export const signedParts = (quote: Omit<CartQuote, "signature">): string =>
  JSON.stringify([
    quote.id,
    quote.cartId,
    quote.ownerId,
    quote.cartVersion,
    quote.currency,
    quote.billingCountry,
    quote.taxId,
    quote.lines.map((line) => [
      line.quoteId,
      line.productId,
      line.quantity,
      line.netMinor,
      line.taxMinor,
      line.taxRateBp,
    ]),
    quote.netMinor,
    quote.taxMinor,
    quote.totalMinor,
    quote.expiresAt.toISOString(),
  ]);
