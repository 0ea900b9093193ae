import type { Currency, Locale } from "@smplat/contracts/vocabulary";
import type { JSONColumnType } from "kysely";
import type { Selection } from "#modules/catalog";
import type { QuotedChannel } from "./line-quote.ts";
import type { PricePart } from "./priced-line.ts";

export interface PricingTables {
  lineQuotes: LineQuoteRow;
}

export interface LineQuoteRow {
  id: string;
  ownerId: string;
  productId: string;
  productVersion: number;
  quantity: number;
  selection: JSONColumnType<Selection>;
  platformContext: JSONColumnType<QuotedChannel> | null;
  currency: Currency;
  locale: Locale;
  parts: JSONColumnType<PricePart[]>;
  summary: JSONColumnType<string[]>;
  netMinor: number;
  missing: readonly string[];
  configHash: string;
  signature: string;
  createdAt: Date;
  expiresAt: Date;
  cartLineId: string | null;
}
