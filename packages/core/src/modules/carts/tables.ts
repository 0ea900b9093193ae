import type { Currency } from "@smplat/contracts/vocabulary";
import type { JSONColumnType } from "kysely";
import type { LocalizedText } from "#kernel/locale";
import type { CartItem } from "./cart.ts";
import type { Adjustment, CartQuoteLine, TaxPart } from "./cart-quote.ts";

export interface CartTables {
  carts: {
    id: string;
    ownerId: string;
    currency: Currency;
    state: "open" | "ordered" | "merged";
    version: number;
    createdAt: Date;
    updatedAt: Date;
  };
  cartLines: {
    id: string;
    cartId: string;
    productId: string;
    configHash: string;
    quantity: number;
    quoteId: string;
    /** All quotes ever added to the line. */
    quoteIds: string[];
    item: JSONColumnType<CartItem>;
    addedAt: Date;
  };
  cartQuotes: {
    id: string;
    cartId: string;
    ownerId: string;
    cartVersion: number;
    currency: Currency;
    billingCountry: string;
    taxId: string | null;
    lines: JSONColumnType<CartQuoteLine[]>;
    adjustments: JSONColumnType<Adjustment[]>;
    taxes: JSONColumnType<TaxPart[]>;
    taxNote: JSONColumnType<LocalizedText> | null;
    netMinor: number;
    taxMinor: number;
    totalMinor: number;
    signature: string;
    createdAt: Date;
    expiresAt: Date;
  };
}
