import type { Locale } from "@smplat/contracts/vocabulary";
import { formatDay, formatMoment, formatNumber, formatRate, formatSigned } from "#kernel/format";
import type { ReceiptChange, ReceiptContent, ReceiptLine, ReceiptReading } from "../paper.ts";
import { buyerLines, type Fact, type PaperFrame, sellerView } from "./paper-view.ts";
import { type PaperWords, paperWords } from "./paper-words.ts";

export interface ReceiptView extends PaperFrame {
  readonly cards: readonly ProofCard[];
  readonly evidenceTitle: string;
}

/** One line: what was handed over, and what was seen of the channel. */
export interface ProofCard {
  readonly title: string;
  readonly channel: string | null;
  readonly label: string;
  readonly delivered: string;
  readonly percent: string;
  /** 0 to 1, for the bar. */
  readonly share: number;
  readonly evidence: readonly EvidenceItem[];
  /** Empty when the channel was not read. */
  readonly figures: readonly ProofFigure[];
  readonly interval: IntervalView | null;
  readonly missing: string | null;
  readonly explanation: string;
  /** The signed proof's digest and the rules the line was sold under; empty on receipts from before there were any. */
  readonly signed: readonly string[];
}

export interface EvidenceItem {
  readonly text: string;
  /** Only http and https. */
  readonly url: string | null;
}

export interface ProofFigure {
  readonly label: string;
  readonly value: string;
  readonly detail: string;
}

/** Places on a line from 0 to 1. */
export interface IntervalView {
  readonly zero: number;
  readonly low: number;
  readonly high: number;
  readonly middle: number;
}

const evidenceShown = 6;

/** The receipt in the words and formats of its reader. */
export function receiptView(content: ReceiptContent): ReceiptView {
  const { locale } = content;
  const words = paperWords[locale];
  return {
    locale,
    heading: `${words.receipt} ${content.orderNumber}`,
    issuedAt: new Date(content.issuedAt),
    ...sellerView(content.seller, locale),
    buyerLines: buyerLines(content.buyer, content.seller, locale),
    facts: factsOf(content, words),
    cards: content.lines.map((line) => cardOf(line, locale)),
    evidenceTitle: words.evidence,
    notes: [words.readingNote, ...complianceNotes(content, words)],
  };
}

/** What was delivered is on the cards; this says what is disclosed of it and how anybody can check it. */
function complianceNotes({ verifyUrl, lines }: ReceiptContent, words: PaperWords): string[] {
  if (verifyUrl === undefined || lines.every((line) => line.signed === undefined)) return [];
  return [words.disclosure, words.verify, verifyUrl];
}

function signedOf({ signed }: ReceiptLine, locale: Locale): string[] {
  if (signed === undefined) return [];
  const words = paperWords[locale];
  const { digest, keyId, policyOutcome, policyCheckedAt, guaranteeDays, thresholdPercent } = signed;
  const checked = policyCheckedAt === null ? words.unknown : formatDay(new Date(policyCheckedAt), locale);
  const passed = policyWords(policyOutcome, checked, words);
  return [
    `${passed} ${words.guarantee(formatNumber(guaranteeDays, locale), formatNumber(thresholdPercent, locale))}`,
    `${words.signedProof}: ${digest} (${keyId})`,
  ];
}

function policyWords(outcome: string, checked: string, words: PaperWords): string {
  if (outcome === "allowed") return words.policyAllowed(checked);
  return outcome === "review" ? words.policyReviewed(checked) : words.policyNotRecorded;
}

function factsOf(content: ReceiptContent, words: PaperWords): Fact[] {
  const day = (instant: string) => formatDay(new Date(instant), content.locale);
  return [
    { label: words.order, value: content.orderNumber },
    { label: words.orderedOn, value: day(content.orderedAt) },
    { label: words.deliveredOn, value: day(content.deliveredAt) },
    { label: words.issuedOn, value: day(content.issuedAt) },
    ...(content.invoiceNumber === null ? [] : [{ label: words.invoice, value: content.invoiceNumber }]),
  ];
}

function cardOf(line: ReceiptLine, locale: Locale): ProofCard {
  const words = paperWords[locale];
  const share = line.ordered === 0 ? 0 : line.delivered / line.ordered;
  return {
    title: line.title,
    channel: line.channel,
    label: words.labels[line.label],
    delivered: words.deliveredOf(formatNumber(line.delivered, locale), formatNumber(line.ordered, locale), line.unit),
    percent: formatRate(Math.floor(share * 1000) * 10, locale),
    share: Math.min(1, share),
    evidence: line.evidence.slice(0, evidenceShown).map((item) => ({
      text: `${item.title} · ${formatNumber(item.units, locale)} × ${line.unit} · ${formatMoment(new Date(item.reportedAt), locale)}`,
      url: webAddress(item.url),
    })),
    figures: figuresOf(line, locale),
    interval: intervalOf(line.change),
    missing: line.missing,
    explanation: line.explanation,
    signed: signedOf(line, locale),
  };
}

/** Evidence comes from suppliers: only plain web addresses become links. */
function webAddress(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  return ["http:", "https:"].includes(new URL(url).protocol) ? url : null;
}

function figuresOf({ baseline, latest, change }: ReceiptLine, locale: Locale): ProofFigure[] {
  if (baseline === null && latest === null) return [];
  const words = paperWords[locale];
  return [
    readingFigure(words.before, baseline, locale),
    readingFigure(words.latest, latest, locale),
    changeFigure(change, locale),
  ];
}

function readingFigure(label: string, reading: ReceiptReading | null, locale: Locale): ProofFigure {
  const words = paperWords[locale];
  if (reading === null) return { label, value: words.unknown, detail: "" };
  return {
    label,
    value: reading.followers === null ? words.unknown : formatNumber(reading.followers, locale),
    detail: `${words.followers}, ${formatMoment(new Date(reading.takenAt), locale)}\n${words.source}: ${sourceOf(reading.source, words.byHand)}`,
  };
}

/** What is above the usual growth where that is known, else the change as it was observed. */
function changeFigure(change: ReceiptChange | null, locale: Locale): ProofFigure {
  const words = paperWords[locale];
  if (change === null) return { label: words.change, value: words.unknown, detail: "" };
  const signed = (value: number) => formatSigned(value, locale);
  const count = words.readings(formatNumber(change.sampleSize, locale));
  const { observed, lift, low, high } = change;
  if (lift === null || low === null || high === null) {
    return { label: words.change, value: signed(observed), detail: count };
  }
  const detail = `${words.range(signed(low), signed(high))}, ${count}\n${words.change}: ${signed(observed)}`;
  return { label: words.aboveUsual, value: signed(lift), detail };
}

/** Zero, the range and its middle on one scale, with a little room at both ends. */
function intervalOf(change: ReceiptChange | null): IntervalView | null {
  if (change === null || change.lift === null || change.low === null || change.high === null) return null;
  const least = Math.min(0, change.low);
  const span = Math.max(0, change.high) - least;
  if (span <= 0) return null;
  const place = (value: number) => 0.04 + (0.92 * (value - least)) / span;
  return { zero: place(0), low: place(change.low), high: place(change.high), middle: place(change.lift) };
}

/** Sources by the name people know. */
const sourceNames: Readonly<Record<string, string>> = {
  "youtube-data-api": "YouTube Data API",
  "bluesky-appview": "Bluesky AppView",
};

/** What readings that people vouched for name as their source. */
const attestedSource = "manual-entry";

const sourceOf = (source: string, byHand: string): string =>
  source === attestedSource ? byHand : (sourceNames[source] ?? source);
