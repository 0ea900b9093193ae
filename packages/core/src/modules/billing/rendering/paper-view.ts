import type { Locale } from "@smplat/contracts/vocabulary";
import { formatCountry } from "#kernel/format";
import type { Buyer, Seller } from "../paper.ts";
import { paperWords } from "./paper-words.ts";

export interface Fact {
  readonly label: string;
  readonly value: string;
}

/** What every paper shows around its body, in the reader's words. Renderers only place it. */
export interface PaperFrame {
  readonly locale: Locale;
  readonly heading: string;
  /** Instant of issue; the files carry no other time. */
  readonly issuedAt: Date;
  readonly seller: { readonly name: string; readonly lines: readonly string[]; readonly taxId: string };
  readonly buyerLines: readonly string[];
  readonly facts: readonly Fact[];
  readonly notes: readonly string[];
  /** Seller, address and tax id in one line. */
  readonly footer: string;
}

export function sellerView(seller: Seller, locale: Locale): Pick<PaperFrame, "seller" | "footer"> {
  const lines = seller.address.map((part) => formatCountry(part, locale));
  const taxId = `${paperWords[locale].sellerTaxId} ${seller.taxId}`;
  return { seller: { name: seller.name, lines, taxId }, footer: [seller.name, ...lines, taxId].join(" · ") };
}

/** The lines of an address window. The country stands there only when the letter crosses a border. */
export function buyerLines(buyer: Buyer, seller: Seller, locale: Locale): string[] {
  const { line1, line2, postalCode, city, country } = buyer.address;
  const abroad = country === seller.country ? "" : formatCountry(country, locale);
  return [buyer.company ?? "", buyer.name, line1, line2 ?? "", `${postalCode} ${city}`, abroad]
    .map((line) => line.replaceAll(/\s+/g, " ").trim())
    .filter((line) => line !== "");
}
