import { randomBytes } from "node:crypto";
import {
  documentSchema,
  type Opening,
  type ProofDocument,
  type ReceiptReading,
  type Seal,
  sealOf,
} from "@smplat/receipt-verifier";
import type { LineProofView } from "#modules/delivery-proof";
import type { LineEvidence, OrderLine, OrderWithLines } from "#modules/orders";
import type { ReceiptCause } from "./receipt.ts";

export interface DocumentParts {
  readonly shop: ProofDocument["shop"];
  readonly keyId: string;
  readonly order: OrderWithLines & { readonly number: string };
  readonly line: OrderLine;
  readonly proof: LineProofView;
  readonly cause: ReceiptCause;
  readonly sequence: number;
  readonly previous: string | null;
  readonly issuedAt: Date;
}

export interface ComposedDocument {
  readonly document: ProofDocument;
  readonly openings: readonly Opening[];
}

/** Writes what is to be signed. What could name a person is sealed; the openings are kept apart so that they can go. */
export async function composeDocument(parts: DocumentParts): Promise<ComposedDocument> {
  const { order, line, proof } = parts;
  const openings: Opening[] = [];
  const seal = (path: string, value: string): Promise<Seal> => {
    const salt = randomBytes(16).toString("hex");
    openings.push({ path, salt, value });
    return sealOf(salt, value);
  };
  const document: ProofDocument = {
    schema: documentSchema,
    shop: parts.shop,
    keyId: parts.keyId,
    order: { number: order.number, sequence: parts.sequence, previous: parts.previous },
    issuedAt: parts.issuedAt.toISOString(),
    cause: parts.cause,
    line: lineOf(order, line),
    policy: policyOf(line),
    channel: await channelOf(line, seal),
    evidence: await Promise.all(line.evidence.map((item, index) => evidenceOf(item, index, seal))),
    proof: {
      label: proof.label,
      explanation: proof.explanation,
      baseline: readingOf(proof.baseline),
      baselineMissing: proof.baselineMissing,
      latest: readingOf(proof.latest),
      change: changeOf(proof.change),
    },
    readings: proof.readings.map(readingOf).filter((reading) => reading !== null),
    missing: proof.missing.map(({ at, reason }) => ({ at: at.toISOString(), reason })),
  };
  return { document, openings };
}

type SealValue = (path: string, value: string) => Promise<Seal>;

function lineOf(order: OrderWithLines, line: OrderLine): ProofDocument["line"] {
  const instant = (at: Date | null) => at?.toISOString() ?? null;
  return {
    id: line.id,
    position: line.position,
    product: line.product.title.en,
    deliverableKind: line.product.deliverableKind,
    unit: line.product.unit.en,
    ordered: line.quantity,
    delivered: line.deliveredUnits,
    state: line.state ?? "awaiting_payment",
    startedAt: instant(line.startedAt),
    dueAt: instant(line.dueAt),
    completedAt: instant(line.completedAt),
    refunded: { amountMinor: line.refundedMinor, currency: order.currency },
  };
}

/** The decision is stored as it was taken, by whatever version of the catalogue: only what is understood is repeated. */
function policyOf({ product }: OrderLine): ProofDocument["policy"] {
  const decision: Readonly<Record<string, unknown>> =
    typeof product.policy === "object" && product.policy !== null ? { ...product.policy } : {};
  return {
    outcome: typeof decision.outcome === "string" ? decision.outcome : "not_recorded",
    checkedAt: typeof decision.checkedAt === "string" ? decision.checkedAt : null,
    guaranteeDays: product.evidence.guaranteeDays,
    thresholdPercent: product.evidence.thresholdPercent,
  };
}

async function channelOf({ platformContext }: OrderLine, seal: SealValue): Promise<ProofDocument["channel"]> {
  if (platformContext === null) return null;
  const { platform, handle } = platformContext;
  return { platform, handle: handle === null ? null : await seal("/channel/handle", handle) };
}

async function evidenceOf(item: LineEvidence, index: number, seal: SealValue) {
  return {
    kind: item.kind,
    units: item.units,
    reportedAt: item.reportedAt,
    title: await seal(`/evidence/${index}/title`, item.title),
    url: item.url === null ? null : await seal(`/evidence/${index}/url`, item.url),
  };
}

function readingOf(reading: LineProofView["baseline"]): ReceiptReading | null {
  if (reading === null) return null;
  const { takenAt, followers, source, method, precision, rawHash: answer } = reading;
  const { kind, step } = precision;
  return { takenAt: takenAt.toISOString(), followers, source, method, precision: { kind, step }, answer };
}

function changeOf(change: LineProofView["change"]): ProofDocument["proof"]["change"] {
  if (change === null) return null;
  const { observed, expectedOrganic, lift, low, high, sampleSize } = change;
  return { observed, expectedOrganic, lift, low, high, sampleSize };
}

/**
 * What a document says apart from its place in the chain, its time and its cause, without what is sealed: two documents
 * with the same substance tell the same.
 */
export function substanceOf(document: ProofDocument): unknown {
  return {
    line: document.line,
    policy: document.policy,
    platform: document.channel?.platform ?? null,
    evidence: document.evidence.map(({ kind, units, reportedAt }) => ({ kind, units, reportedAt })),
    proof: document.proof,
    readings: document.readings,
    missing: document.missing,
  };
}
