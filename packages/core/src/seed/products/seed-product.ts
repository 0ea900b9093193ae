import type { Currency, DeliverableKind, Platform, ProductCategory } from "@smplat/contracts/vocabulary";
import type { LocalizedText } from "#kernel/locale";
import {
  type AddOn,
  type CustomField,
  type EvidencePolicy,
  optionPath,
  type Plan,
  type PriceBook,
  type ProductDraft,
  type Selection,
  type VisibilityCondition,
  type VolumeTier,
} from "#modules/catalog";

/** One net price per currency, in minor units: euro, dollar, pound. */
export type Amounts = readonly [eur: number, usd: number, gbp: number];

/** English, then German. */
export const both = (en: string, de: string): LocalizedText => ({ en, de });

export interface SeedOption {
  readonly key: string;
  readonly name: LocalizedText;
  readonly description: LocalizedText;
  /** Per unit; nothing when absent. */
  readonly price?: Amounts;
  readonly recommended?: true;
}

export interface SeedGroup {
  readonly key: string;
  readonly name: LocalizedText;
  readonly description: LocalizedText;
  readonly kind: "single" | "multiple";
  readonly required: boolean;
  readonly options: readonly SeedOption[];
}

/** `price` is flat, with `serviceKey` done by another service; `shareBp` is a percentage of the price so far. */
export type SeedAddOn = {
  readonly key: string;
  readonly name: LocalizedText;
  readonly description: LocalizedText;
  readonly recommended?: true;
} & ({ readonly price: Amounts; readonly serviceKey?: string } | { readonly shareBp: number });

export type SeedField = Pick<CustomField, "key" | "label" | "help" | "kind"> &
  Partial<Pick<CustomField, "required" | "minLength" | "maxLength" | "minimum" | "maximum" | "pattern">> & {
    readonly placeholder?: LocalizedText;
    readonly when?: readonly VisibilityCondition[];
  };

export interface SeedPlan {
  readonly key: string;
  readonly name: LocalizedText;
  readonly description: LocalizedText;
  readonly multiplierBp?: number;
  readonly default?: true;
}

export interface SeedPreset {
  readonly key: string;
  readonly name: LocalizedText;
  readonly summary: LocalizedText;
  readonly badge?: LocalizedText;
  readonly quantity: number;
  readonly options?: Selection["options"];
  readonly addOns?: readonly string[];
  readonly plan?: string;
}

/** A product as it is written down for the demo: prices beside what they are for. */
export interface SeedProduct {
  readonly slug: string;
  readonly category: ProductCategory;
  readonly deliverableKind: DeliverableKind;
  readonly serviceKey: "ad-results" | "boosted-posts" | "placements" | "content" | "audits" | "hours";
  readonly platforms: readonly Platform[];
  readonly title: LocalizedText;
  readonly summary: LocalizedText;
  readonly description: LocalizedText;
  readonly unit: LocalizedText;
  readonly price: Amounts;
  readonly quantity: {
    readonly minimum: number;
    readonly maximum: number;
    readonly step: number;
    readonly default: number;
  };
  readonly tiers?: readonly VolumeTier[];
  /** Units on sale; without limit when absent. */
  readonly capacity?: number;
  readonly groups: readonly SeedGroup[];
  readonly addOns: readonly SeedAddOn[];
  readonly fields: readonly SeedField[];
  readonly plans?: readonly SeedPlan[];
  readonly presets: readonly SeedPreset[];
  readonly faq: readonly { readonly question: LocalizedText; readonly answer: LocalizedText }[];
  readonly evidence: EvidencePolicy;
  /** Starts within, delivered within, in hours of business time. */
  readonly sla: readonly [starts: number, delivers: number];
  readonly measurement?: "required";
  /** `required` where the work is done in the channel's name. */
  readonly ownership?: "required";
  readonly artSeed: number;
}

/** What the catalogue saves for a product of the demo; `position` is its place in the featured order. */
export function draftOf(seed: SeedProduct, position: number): ProductDraft {
  const [startsWithinHours, deliversWithinHours] = seed.sla;
  return {
    slug: seed.slug,
    category: seed.category,
    deliverableKind: seed.deliverableKind,
    serviceKey: seed.serviceKey,
    platforms: seed.platforms,
    title: seed.title,
    summary: seed.summary,
    description: seed.description,
    unit: seed.unit,
    quantity: seed.quantity,
    prices: { EUR: bookOf(seed, 0), USD: bookOf(seed, 1), GBP: bookOf(seed, 2) } satisfies Record<Currency, PriceBook>,
    volumeTiers: seed.tiers ?? [],
    optionGroups: seed.groups.map((group) => ({
      ...group,
      options: group.options.map(({ price: _, ...option }) => ({
        ...option,
        recommended: option.recommended ?? false,
      })),
    })),
    addOns: seed.addOns.map(addOnOf),
    customFields: seed.fields.map(fieldOf),
    plans: (seed.plans ?? []).map(planOf),
    presets: seed.presets.map((preset) => ({
      key: preset.key,
      name: preset.name,
      summary: preset.summary,
      badge: preset.badge ?? null,
      quantity: preset.quantity,
      selection: {
        options: preset.options ?? {},
        addOns: preset.addOns ?? [],
        plan: preset.plan ?? null,
        fields: {},
      },
    })),
    faq: seed.faq,
    media: [{ kind: "art", url: null, alt: both(`Illustration: ${seed.title.en}`, `Illustration: ${seed.title.de}`) }],
    evidence: seed.evidence,
    sla: { startsWithinHours, deliversWithinHours },
    measurement: seed.measurement ?? "optional",
    ownershipPolicy: seed.ownership ?? "none",
    artSeed: seed.artSeed,
    sortRank: position * 10,
    capacityRemaining: seed.capacity ?? null,
  };
}

function bookOf(seed: SeedProduct, currency: 0 | 1 | 2): PriceBook {
  const options = seed.groups.flatMap((group) =>
    group.options.flatMap((option): [string, number][] =>
      option.price === undefined ? [] : [[optionPath(group.key, option.key), option.price[currency]]],
    ),
  );
  const addOns = seed.addOns.flatMap((addOn): [string, number][] =>
    "price" in addOn ? [[addOn.key, addOn.price[currency]]] : [],
  );
  return {
    unitMinor: seed.price[currency],
    options: Object.fromEntries(options),
    addOns: Object.fromEntries(addOns),
    plans: {},
  };
}

function addOnOf(seed: SeedAddOn): AddOn {
  const named = {
    key: seed.key,
    name: seed.name,
    description: seed.description,
    recommended: seed.recommended ?? false,
  };
  if ("shareBp" in seed) return { ...named, mode: "percentage", amountBp: seed.shareBp };
  if (seed.serviceKey === undefined) return { ...named, mode: "flat" };
  return { ...named, mode: "service_override", serviceKey: seed.serviceKey };
}

function fieldOf({ when, placeholder, ...field }: SeedField): CustomField {
  return {
    required: false,
    minLength: null,
    maxLength: null,
    minimum: null,
    maximum: null,
    pattern: null,
    ...field,
    placeholder: placeholder ?? both("…", "…"),
    visibility: { mode: "any", conditions: when ?? [] },
  };
}

const planOf = (seed: SeedPlan): Plan => ({
  key: seed.key,
  name: seed.name,
  description: seed.description,
  cycle: "one_time",
  multiplierBp: seed.multiplierBp ?? 10_000,
  default: seed.default ?? false,
});
