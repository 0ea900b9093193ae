import type { CostModel } from "#modules/suppliers";

/** Something a seeded supplier does, and what of the catalogue it serves. */
export interface Offer {
  readonly supplier: "northbeam" | "atelier" | "quayside";
  readonly serviceKey: string;
  readonly service: string;
  readonly title: string;
  readonly cost: CostModel;
  readonly unitsPerItem: number;
  readonly rules: readonly object[];
  /** What the supplier promises, business hours. */
  readonly startsWithinHours: number;
  readonly deliversWithinHours: number;
}

const perUnit = (amountMinor: number, perUnits = 1): CostModel => ({ model: "per_unit", amountMinor, perUnits });
const amount = (minimum: number, maximum: number) => ({ rule: "amount", minimum, maximum }) as const;
const pacing = (minimumHours: number, maximumUnitsPerHour: number) =>
  ({ rule: "pacing", minimumHours, maximumUnitsPerHour }) as const;
/** Quayside buys on these only. */
const quaysidePlatforms = { rule: "platforms", allow: ["instagram", "tiktok", "x"] } as const;
const quick = { startsWithinHours: 2, deliversWithinHours: 36 } as const;
const patchy = { startsWithinHours: 6, deliversWithinHours: 60 } as const;
const crafted = { startsWithinHours: 6, deliversWithinHours: 48 } as const;

/** What the suppliers of the demo do, at which price and within which limits. docs/suppliers.md tells the same. */
export const offers: readonly Offer[] = [
  {
    ...{ supplier: "northbeam", serviceKey: "ad-results", service: "ads-awareness", ...quick },
    title: "Managed awareness campaign",
    cost: perUnit(45, 100),
    unitsPerItem: 2_000,
    rules: [amount(1_000, 5_000_000), pacing(2, 500_000)],
  },
  {
    ...{ supplier: "northbeam", serviceKey: "boosted-posts", service: "boosted-post", ...quick },
    title: "Boosted post",
    cost: perUnit(40, 100),
    unitsPerItem: 2_000,
    rules: [amount(500, 1_000_000), pacing(2, 200_000)],
  },
  {
    ...{ supplier: "northbeam", serviceKey: "placements", service: "creator-placement", ...quick },
    title: "Creator placement",
    cost: perUnit(6_500),
    unitsPerItem: 1,
    rules: [amount(1, 100)],
  },
  {
    ...{ supplier: "quayside", serviceKey: "ad-results", service: "ads-awareness", ...patchy },
    title: "Awareness campaign",
    cost: perUnit(36, 100),
    unitsPerItem: 2_000,
    rules: [quaysidePlatforms, amount(1_000, 1_000_000), pacing(6, 100_000)],
  },
  {
    ...{ supplier: "quayside", serviceKey: "boosted-posts", service: "boosted-post", ...patchy },
    title: "Boosted post",
    cost: perUnit(32, 100),
    unitsPerItem: 2_000,
    rules: [quaysidePlatforms, amount(500, 400_000), pacing(6, 50_000)],
  },
  {
    ...{ supplier: "quayside", serviceKey: "placements", service: "creator-placement", ...patchy },
    title: "Creator placement",
    cost: {
      model: "tiered",
      tiers: [
        { fromUnits: 0, amountMinor: 5_100, perUnits: 1 },
        { fromUnits: 20, amountMinor: 4_900, perUnits: 1 },
      ],
    },
    unitsPerItem: 1,
    rules: [quaysidePlatforms, amount(1, 40)],
  },
  {
    ...{ supplier: "atelier", serviceKey: "content", service: "post-design", ...crafted },
    title: "Content production",
    cost: perUnit(1_500),
    unitsPerItem: 1,
    rules: [amount(1, 500)],
  },
  {
    ...{ supplier: "atelier", serviceKey: "audits", service: "profile-audit", ...crafted },
    title: "Profile audit",
    cost: perUnit(6_900),
    unitsPerItem: 1,
    rules: [amount(1, 500)],
  },
  {
    ...{ supplier: "atelier", serviceKey: "hours", service: "community-hours", ...crafted },
    title: "Community management",
    cost: perUnit(2_600),
    unitsPerItem: 1,
    rules: [amount(1, 500)],
  },
];
