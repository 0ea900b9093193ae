import type { Currency, Locale, ProofLabel } from "@smplat/contracts/vocabulary";
import { sellerTimeZone } from "#kernel/format";
import type { LocalizedText } from "#kernel/locale";
import { sumMinor } from "#kernel/money";
import type { LineEvidence, PostalAddress } from "#modules/orders";

export const paperKinds = ["invoice", "receipt", "credit_note"] as const;
export type PaperKind = (typeof paperKinds)[number];
export const paperFormats = ["pdf", "html"] as const;
export type PaperFormat = (typeof paperFormats)[number];

/** A paper that was issued. Nothing about it ever changes. */
export interface Paper {
  readonly id: string;
  readonly orderId: string;
  /** Receipts have none. */
  readonly number: string | null;
  /** Business time. */
  readonly issuedAt: Date;
  readonly content: PaperContent;
}

export type PaperContent = InvoiceContent | ReceiptContent | CreditNoteContent;

export interface Seller {
  readonly name: string;
  readonly address: readonly string[];
  /** ISO 3166-1, two letters. */
  readonly country: string;
  readonly taxId: string;
}

export interface Buyer {
  readonly name: string;
  readonly email: string;
  readonly company: string | null;
  readonly taxId: string | null;
  readonly address: PostalAddress;
}

/** Everything the invoice says, as it was when it was issued. Instants are ISO 8601, business time. */
export interface InvoiceContent {
  readonly kind: "invoice";
  readonly number: string;
  readonly locale: Locale;
  readonly issuedAt: string;
  readonly orderNumber: string;
  readonly orderedAt: string;
  readonly paidAt: string;
  readonly paymentId: string;
  readonly seller: Seller;
  readonly buyer: Buyer;
  readonly currency: Currency;
  readonly lines: readonly InvoiceLine[];
  readonly taxes: readonly TaxPart[];
  readonly netMinor: number;
  readonly taxMinor: number;
  readonly totalMinor: number;
  readonly tax: { readonly treatment: string; readonly label: LocalizedText; readonly note: LocalizedText | null };
}

export interface InvoiceLine {
  readonly title: string;
  readonly unit: string;
  readonly quantity: number;
  /** What was chosen, in words. */
  readonly summary: readonly string[];
  /** As people write it; null when the line is for none. */
  readonly channel: string | null;
  readonly netMinor: number;
  readonly taxMinor: number;
  readonly taxRateBp: number;
}

/** Everything a credit note says: which part of which invoice is given back. Instants are ISO 8601, business time. */
export interface CreditNoteContent {
  readonly kind: "credit_note";
  readonly number: string;
  readonly locale: Locale;
  readonly issuedAt: string;
  readonly refundId: string;
  readonly invoiceNumber: string;
  readonly invoiceIssuedAt: string;
  readonly orderNumber: string;
  readonly seller: Seller;
  readonly buyer: Buyer;
  readonly currency: Currency;
  readonly lines: readonly CreditNoteLine[];
  readonly taxes: readonly TaxPart[];
  /** Given back, as positive amounts. */
  readonly netMinor: number;
  readonly taxMinor: number;
  readonly totalMinor: number;
  readonly tax: InvoiceContent["tax"];
}

export interface CreditNoteLine {
  readonly lineId: string;
  readonly title: string;
  /** As people write it; null when the line is for none. */
  readonly channel: string | null;
  /** What the invoice asked for the line, without tax. */
  readonly invoicedNetMinor: number;
  readonly netMinor: number;
  readonly taxMinor: number;
  readonly taxRateBp: number;
}

/** The tax of all lines with one rate. */
export interface TaxPart {
  readonly rateBp: number;
  readonly netMinor: number;
  readonly taxMinor: number;
}

/** What was handed over and what was seen of it, as it was known when the receipt was issued. */
export interface ReceiptContent {
  readonly kind: "receipt";
  readonly locale: Locale;
  readonly issuedAt: string;
  readonly orderNumber: string;
  readonly orderedAt: string;
  readonly deliveredAt: string;
  readonly invoiceNumber: string | null;
  readonly seller: Seller;
  readonly buyer: Buyer;
  readonly lines: readonly ReceiptLine[];
  /** Where anybody can check the signed proofs; absent on receipts from before there were any. */
  readonly verifyUrl?: string;
}

export interface ReceiptLine extends ReceiptProofLine {
  /** The channel as people write it; null when the line is for none. */
  readonly channel: string | null;
  readonly evidence: readonly LineEvidence[];
}

/** A reading of the customer's channel. */
export interface ReceiptReading {
  /** Null when the source didn't say. */
  readonly followers: number | null;
  /** ISO 8601, business time. */
  readonly takenAt: string;
  readonly source: string;
}

/** The delivery proof of one line, in the words of its reader. */
export interface ReceiptProofLine {
  readonly lineId: string;
  readonly title: string;
  readonly unit: string;
  readonly ordered: number;
  readonly delivered: number;
  readonly baseline: ReceiptReading | null;
  readonly latest: ReceiptReading | null;
  /** Why the reading before is missing; null when it isn't. */
  readonly missing: string | null;
  readonly change: ReceiptChange | null;
  readonly label: ProofLabel;
  readonly explanation: string;
  /** The signed proof of the line; absent where there was none when the receipt was issued. */
  readonly signed?: ReceiptSignature | undefined;
}

/** What the signed proof of a line says of itself, and of the rules the line was sold under. */
export interface ReceiptSignature {
  /** SHA-256 of the signed document, in hex: the same in the file one can download. */
  readonly digest: string;
  readonly keyId: string;
  /** Outcome of the check the product passed before it was sold. */
  readonly policyOutcome: string;
  /** ISO 8601; null when it was not recorded. */
  readonly policyCheckedAt: string | null;
  readonly guaranteeDays: number;
  readonly thresholdPercent: number;
}

/** Followers gained, what of it is above the channel's usual growth, and the range that is left open. */
export interface ReceiptChange {
  readonly observed: number;
  readonly lift: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Readings it rests on. */
  readonly sampleSize: number;
}

/** Sums lines by their rate, highest rate first. */
export function taxParts(lines: readonly Pick<InvoiceLine, "netMinor" | "taxMinor" | "taxRateBp">[]): TaxPart[] {
  return [...Map.groupBy(lines, (line) => line.taxRateBp)]
    .sort(([a], [b]) => b - a)
    .map(([rateBp, group]) => ({
      rateBp,
      netMinor: sumMinor(group.map((line) => line.netMinor)),
      taxMinor: sumMinor(group.map((line) => line.taxMinor)),
    }));
}

const seriesPrefix = { invoice: "SM", credit_note: "SC" } as const;

/** The series a paper issued at this moment belongs to: one per kind and year of the seller's calendar. */
export function seriesAt(issuedAt: Date, kind: keyof typeof seriesPrefix = "invoice"): string {
  const year = new Intl.DateTimeFormat("en", { year: "numeric", timeZone: sellerTimeZone }).format(issuedAt);
  return `${seriesPrefix[kind]}-${year}`;
}

/** `SM-2026-000001`: series and place in it, which has no gaps. */
export const paperNumber = (series: string, serial: number): string => `${series}-${String(serial).padStart(6, "0")}`;
