import type { ProofCardData, ProofReading } from "#components/proof-card/proof-card-data.ts";

/** The words of a sample card. */
export interface SampleWords {
  readonly product: string;
  readonly channel: string;
  readonly source: string;
  readonly unit: string;
  readonly explanation: string;
}

const firstDayMs = Date.parse("2026-10-01T09:00:00Z");
const twoDaysMs = 172_800_000;

function everyOtherDay(followers: readonly (number | null)[]): readonly ProofReading[] {
  return followers.map((value, index) => ({
    at: new Date(firstDayMs + index * twoDaysMs).toISOString(),
    followers: value,
  }));
}

/** Nothing that would need explaining on a sample. */
const plain = { forecast: [], period: null, weakBaseline: null, attested: false } as const;

/** An invented card whose readings leave ordinary growth behind. */
export function sampleLift(words: SampleWords): ProofCardData {
  return {
    product: words.product,
    channel: { platform: "instagram", handle: words.channel },
    label: "attributed",
    explanation: words.explanation,
    baseline: 12_128,
    baselineMissing: null,
    latest: 12_870,
    readings: everyOtherDay([
      12_128,
      12_139,
      12_148,
      12_190,
      12_262,
      12_341,
      12_398,
      null,
      12_529,
      12_604,
      12_661,
      12_702,
      12_778,
      12_815,
      12_870,
    ]),
    change: { observed: 742, expectedOrganic: 190, lift: 552, low: 410, high: 690, sampleSize: 14 },
    source: words.source,
    precisionStep: 0,
    fulfillment: { ordered: 40_000, delivered: 41_280, unit: words.unit, percent: 103.2 },
    ...plain,
    computedAt: "2026-10-29T09:00:00Z",
  };
}

/** An invented card on which nothing can be told. */
export function sampleUnclear(words: SampleWords): ProofCardData {
  return {
    product: words.product,
    channel: { platform: "bluesky", handle: words.channel },
    label: "inconclusive",
    explanation: words.explanation,
    baseline: 3_412,
    baselineMissing: null,
    latest: 3_447,
    readings: everyOtherDay([3_412, 3_431, 3_405, 3_422, 3_452, 3_418, 3_409, 3_438, 3_461, 3_440, 3_429, 3_447]),
    change: { observed: 35, expectedOrganic: 22, lift: 13, low: -58, high: 84, sampleSize: 12 },
    source: words.source,
    precisionStep: 0,
    fulfillment: { ordered: 1, delivered: 1, unit: words.unit, percent: 100 },
    ...plain,
    computedAt: "2026-10-29T09:00:00Z",
  };
}
