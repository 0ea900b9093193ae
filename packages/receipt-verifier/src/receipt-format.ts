import type { OutlineEntry } from "./outline.ts";
import type { Opening, Seal } from "./seal.ts";

export const documentSchema = "smplat.proof-receipt/1";
export const rootSchema = "smplat.proof-root/1";
export const fileSchema = "smplat.proof-file/1";

/** A reading of a channel. Instants are ISO 8601. */
export interface ReceiptReading {
  readonly takenAt: string;
  readonly followers: number | null;
  readonly source: string;
  readonly method: string;
  /** How the source rounds. */
  readonly precision: { readonly kind: string; readonly step: number };
  /** SHA-256 of the source's answer as it came, in hex. */
  readonly answer: string;
}

/**
 * What the shop signs: one line of an order, what was handed over for it, and what was seen of the channel. What could
 * name a person is sealed.
 */
export interface ProofDocument {
  readonly schema: typeof documentSchema;
  readonly shop: { readonly name: string; readonly url: string };
  readonly keyId: string;
  readonly order: { readonly number: string; readonly sequence: number; readonly previous: string | null };
  readonly issuedAt: string;
  /** Why it was issued: `completed`, `after-1d`, `refill`, `refund`, … */
  readonly cause: string;
  readonly line: {
    readonly id: string;
    readonly position: number;
    readonly product: string;
    readonly deliverableKind: string;
    readonly unit: string;
    readonly ordered: number;
    readonly delivered: number;
    readonly state: string;
    readonly startedAt: string | null;
    readonly dueAt: string | null;
    readonly completedAt: string | null;
    readonly refunded: { readonly amountMinor: number; readonly currency: string };
  };
  /** The decision by which the product was allowed to be sold, and the terms it was sold under. */
  readonly policy: {
    readonly outcome: string;
    readonly checkedAt: string | null;
    readonly guaranteeDays: number;
    readonly thresholdPercent: number;
  };
  readonly channel: { readonly platform: string; readonly handle: Seal | null } | null;
  readonly evidence: readonly {
    readonly kind: string;
    readonly units: number;
    readonly reportedAt: string;
    readonly title: Seal;
    readonly url: Seal | null;
  }[];
  readonly proof: {
    readonly label: string;
    readonly explanation: string;
    readonly baseline: ReceiptReading | null;
    readonly baselineMissing: string | null;
    readonly latest: ReceiptReading | null;
    readonly change: {
      readonly observed: number;
      readonly expectedOrganic: number | null;
      readonly lift: number | null;
      readonly low: number | null;
      readonly high: number | null;
      readonly sampleSize: number;
    } | null;
  };
  readonly readings: readonly ReceiptReading[];
  readonly missing: readonly { readonly at: string; readonly reason: string }[];
}

/** What the signature covers, as canonical JSON. */
export interface Statement {
  readonly schema: typeof documentSchema;
  readonly keyId: string;
  /** SHA-256 of the document's canonical JSON. */
  readonly digest: string;
  /** SHA-256 of the outline's canonical JSON. */
  readonly outline: string;
}

/** The day's tree over the digests of its receipts, sorted. */
export interface RootDocument {
  readonly schema: typeof rootSchema;
  readonly shop: string;
  readonly keyId: string;
  /** `2026-11-22`, UTC. */
  readonly date: string;
  readonly size: number;
  readonly root: string;
  /** Digest of the root published before it; null for the first. */
  readonly previous: string | null;
}

export interface SignedRoot {
  readonly root: RootDocument;
  /** Ed25519 over the canonical JSON, 64 bytes in hex. */
  readonly signature: string;
}

export interface SignedReceipt {
  readonly document: ProofDocument;
  readonly statement: Statement;
  /** Ed25519 over the statement's canonical JSON, 64 bytes in hex. */
  readonly signature: string;
  readonly outline: readonly OutlineEntry[];
  readonly openings: readonly Opening[];
  /** Its place in the tree of its day; null while that day is not published. */
  readonly inclusion: { readonly date: string; readonly index: number; readonly path: readonly string[] } | null;
}

/** What a customer downloads: canonical JSON of all receipts of an order, from the first on. */
export interface ProofFile {
  readonly schema: typeof fileSchema;
  readonly receipts: readonly SignedReceipt[];
  readonly roots: readonly SignedRoot[];
}

/** A public key of the shop. */
export interface PublishedKey {
  readonly keyId: string;
  readonly algorithm: "Ed25519";
  /** 32 bytes in hex. */
  readonly publicKey: string;
}
