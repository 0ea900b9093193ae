import type {
  Currency,
  DeliverableKind,
  OwnershipPolicy,
  Platform,
  ProductCategory,
  ProductState,
  PublishRule,
} from "@smplat/contracts/vocabulary";
import type { LocalizedText } from "#kernel/locale";

/**
 * The prices of a product in one currency, all net and in minor units. Options by "group/option" and plans are deltas
 * that are zero when absent; flat and service-override add-ons need an amount.
 */
export interface PriceBook {
  readonly unitMinor: number;
  readonly options: Readonly<Record<string, number>>;
  readonly addOns: Readonly<Record<string, number>>;
  readonly plans: Readonly<Record<string, number>>;
}
export type PriceBooks = Readonly<Partial<Record<Currency, PriceBook>>>;

/** From a quantity on, a share of the unit price is taken off (1 bp = 0.01 %). */
export interface VolumeTier {
  readonly fromQuantity: number;
  readonly discountBp: number;
}

export interface QuantityRule {
  readonly minimum: number;
  readonly maximum: number;
  readonly step: number;
  readonly default: number;
}

export interface ProductOption {
  readonly key: string;
  readonly name: LocalizedText;
  readonly description: LocalizedText;
  readonly recommended: boolean;
}

export interface OptionGroup {
  readonly key: string;
  readonly name: LocalizedText;
  readonly description: LocalizedText;
  readonly kind: "single" | "multiple";
  readonly required: boolean;
  readonly options: readonly ProductOption[];
}

/** An extra, once per order line. A service override also sends the work to another service of a supplier. */
export type AddOn = {
  readonly key: string;
  readonly name: LocalizedText;
  readonly description: LocalizedText;
  readonly recommended: boolean;
} & (
  | { readonly mode: "flat" }
  | { readonly mode: "percentage"; readonly amountBp: number }
  | { readonly mode: "service_override"; readonly serviceKey: string }
);

/** `key` is "group/option" for options, the add-on's or plan's key, or the platform's name. */
export interface VisibilityCondition {
  readonly kind: "option" | "add_on" | "plan" | "platform";
  readonly key: string;
}

export interface CustomField {
  readonly key: string;
  readonly label: LocalizedText;
  readonly help: LocalizedText;
  readonly placeholder: LocalizedText;
  readonly kind: "text" | "url" | "number";
  readonly required: boolean;
  readonly minLength: number | null;
  readonly maxLength: number | null;
  readonly minimum: number | null;
  readonly maximum: number | null;
  /** A regular expression the whole answer must match; checked for safety when the product is saved. */
  readonly pattern: string | null;
  /** Shown when any or all of the conditions hold; always when there are none. */
  readonly visibility: { readonly mode: "any" | "all"; readonly conditions: readonly VisibilityCondition[] };
}

/** A way of buying. The price so far is multiplied (10 000 bp = as it is), then the price book's delta is added. */
export interface Plan {
  readonly key: string;
  readonly name: LocalizedText;
  readonly description: LocalizedText;
  readonly cycle: "one_time" | "monthly" | "quarterly" | "annual";
  readonly multiplierBp: number;
  readonly default: boolean;
}

/** What a shopper chose, by key. */
export interface Selection {
  readonly options: Readonly<Record<string, readonly string[]>>;
  readonly addOns: readonly string[];
  readonly plan: string | null;
  readonly fields: Readonly<Record<string, string>>;
}

export interface Preset {
  readonly key: string;
  readonly name: LocalizedText;
  readonly summary: LocalizedText;
  readonly badge: LocalizedText | null;
  readonly quantity: number;
  readonly selection: Selection;
}

/** How it is shown that the work was done: what is counted, who says so, how it is checked, and how long it must hold. */
export interface EvidencePolicy {
  readonly unit: LocalizedText;
  readonly source: LocalizedText;
  readonly check: LocalizedText;
  readonly guaranteeDays: number;
  /** Share of the ordered units that must be there to count as delivered. */
  readonly thresholdPercent: number;
}

export interface ProductMedia {
  readonly kind: "art" | "image";
  readonly url: string | null;
  readonly alt: LocalizedText;
}

/** What the publish policy said, and when. Stored on the product and copied to each order line. */
export interface PolicyDecision {
  readonly outcome: "allowed" | "review" | "refused";
  readonly reasons: readonly PolicyReason[];
  /** ISO instant of business time. */
  readonly checkedAt: string;
}
export interface PolicyReason {
  readonly rule: PublishRule;
  /** Where in the product, e.g. `title (en, de)`; null when it is about no single place. Decisions of old lack it. */
  readonly place?: string | null;
  /** Place and finding in one sentence, in English. */
  readonly message: string;
}

/** What an editor decides about a product; everything else the catalogue keeps itself. */
export interface ProductContent {
  readonly slug: string;
  readonly category: ProductCategory;
  readonly deliverableKind: DeliverableKind;
  /** Which service of the suppliers does the work; fulfillment maps it to a provider. Never shown to shoppers. */
  readonly serviceKey: string;
  readonly platforms: readonly Platform[];
  readonly title: LocalizedText;
  readonly summary: LocalizedText;
  readonly description: LocalizedText;
  /** One of what is sold, e.g. "editing hour". */
  readonly unit: LocalizedText;
  readonly quantity: QuantityRule;
  readonly prices: PriceBooks;
  readonly volumeTiers: readonly VolumeTier[];
  readonly optionGroups: readonly OptionGroup[];
  readonly addOns: readonly AddOn[];
  readonly customFields: readonly CustomField[];
  readonly plans: readonly Plan[];
  readonly presets: readonly Preset[];
  readonly faq: readonly { readonly question: LocalizedText; readonly answer: LocalizedText }[];
  readonly media: readonly ProductMedia[];
  readonly evidence: EvidencePolicy;
  /** In hours of business time. */
  readonly sla: { readonly startsWithinHours: number; readonly deliversWithinHours: number };
  /** `required`: sold only for a channel that can be measured. */
  readonly measurement: "required" | "optional";
  /** `required`: sold only for a channel whose owner is proven, since the work is done in its name. */
  readonly ownershipPolicy: OwnershipPolicy;
  /** Seed of the generated illustration. */
  readonly artSeed: number;
  /** Place in the featured order; smaller comes first. */
  readonly sortRank: number;
}

export interface CatalogProduct extends ProductContent {
  readonly id: string;
  readonly state: ProductState;
  /** Rises with every change; quotes and editors refer to it. */
  readonly version: number;
  readonly policy: PolicyDecision | null;
  /** Units that can still be sold; null is without limit. */
  readonly capacityRemaining: number | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly publishedAt: Date | null;
}

/**
 * A product to save: without `id` a new one, with `id` and the `version` it was loaded with a change. Left-out capacity
 * stays as it is, or without limit for a new product.
 */
export interface ProductDraft extends ProductContent {
  readonly id?: string;
  readonly version?: number;
  readonly capacityRemaining?: number | null;
}

/** The key of an option in price books and visibility conditions. */
export const optionPath = (groupKey: string, optionKey: string): string => `${groupKey}/${optionKey}`;

/** Which service does the work of a line: the product's, unless a chosen add-on sends it elsewhere; the last one wins. */
export function serviceKeyFor(
  product: Pick<ProductContent, "serviceKey" | "addOns">,
  selection: Pick<Selection, "addOns">,
): string {
  let key = product.serviceKey;
  for (const addOn of product.addOns) {
    if (addOn.mode === "service_override" && selection.addOns.includes(addOn.key)) key = addOn.serviceKey;
  }
  return key;
}

export type Availability = "available" | "few_left" | "sold_out";

/** How many typical orders must be left for a product not to be called scarce. */
const plentyOfOrders = 5;

/** Whether an order can be placed now; the exact number left is not told. */
export function availabilityOf(
  capacityRemaining: number | null,
  quantity: Pick<QuantityRule, "minimum" | "default">,
): Availability {
  if (capacityRemaining === null) return "available";
  if (capacityRemaining < quantity.minimum) return "sold_out";
  return capacityRemaining < plentyOfOrders * quantity.default ? "few_left" : "available";
}
