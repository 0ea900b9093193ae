import * as z from "zod/mini";
import {
  Country,
  Currency,
  id,
  Locale,
  Localized,
  Money,
  Platform,
  page,
  pageQuery,
  queryInteger,
  Slug,
  text,
} from "../schemas.ts";
import { ownershipPolicies } from "../vocabulary/ownership.ts";
import { deliverableKinds, productCategories, productStates, publishRules } from "../vocabulary/states.ts";

export const ProductId = id("prd");
export const DeliverableKind = z.enum(deliverableKinds);
export const ProductCategory = z.enum(productCategories);
export const ProductState = z.enum(productStates);

export const productSorts = ["featured", "price-asc", "price-desc", "title", "newest"] as const;

export const ProductListQuery = z.strictObject({
  ...pageQuery,
  platform: z.optional(Platform),
  category: z.optional(ProductCategory),
  q: z.optional(text(120)),
  minPriceMinor: z.optional(queryInteger(0, 100_000_000)),
  maxPriceMinor: z.optional(queryInteger(0, 100_000_000)),
  currency: z.optional(Currency),
  /** Prices are shown with this country's VAT; DE when absent. */
  country: z.optional(Country),
  locale: z.optional(Locale),
  sort: z.optional(z.enum(productSorts)),
});

/** Whether an order can be placed now; the exact number left is not told. */
export const Availability = z.enum(["available", "few_left", "sold_out"]);

/** How the work is paced, in hours of business time. */
export const Sla = z.strictObject({ startsWithinHours: z.int(), deliversWithinHours: z.int() });

/** Delivery numbers over verified orders of this product; null parts are not yet known. */
export const ProofSummary = z.strictObject({
  sampleSize: z.int(),
  medianFulfillmentPercent: z.nullable(z.number()),
  interquartileRange: z.nullable(z.strictObject({ low: z.number(), high: z.number() })),
  onTimePercent: z.nullable(z.number()),
  computedAt: z.nullable(z.string()),
});
export type ProofSummary = z.infer<typeof ProofSummary>;

export const ProductCard = z.strictObject({
  id: ProductId,
  slug: Slug,
  title: z.string(),
  summary: z.string(),
  category: ProductCategory,
  deliverableKind: DeliverableKind,
  platforms: z.array(Platform),
  unit: z.string(),
  /** The smallest order, VAT included. */
  fromPrice: Money,
  taxRateBp: z.int(),
  availability: Availability,
  sla: Sla,
  /** Seed of the generated illustration. */
  artSeed: z.int(),
  proof: ProofSummary,
});
export type ProductCard = z.infer<typeof ProductCard>;
export const ProductPage = page(ProductCard);
export type ProductPage = z.infer<typeof ProductPage>;

const Choice = z.strictObject({
  key: Slug,
  name: z.string(),
  description: z.string(),
  /** Net, per unit. */
  priceDeltaMinor: z.int(),
  recommended: z.boolean(),
});
export const OptionGroup = z.strictObject({
  key: Slug,
  name: z.string(),
  description: z.string(),
  kind: z.enum(["single", "multiple"]),
  required: z.boolean(),
  options: z.array(Choice),
});
/** An extra. `serviceOverride` routes the work to another service of a supplier; which one is never told to shoppers. */
export const AddOn = z.strictObject({
  key: Slug,
  name: z.string(),
  description: z.string(),
  mode: z.enum(["flat", "percentage", "service_override"]),
  /** Net, once per order line; for percentages in basis points of the running subtotal. */
  amount: z.int(),
  recommended: z.boolean(),
});
export const VisibilityCondition = z.strictObject({
  kind: z.enum(["option", "add_on", "plan", "platform"]),
  key: z.string(),
});
export const CustomField = z.strictObject({
  key: Slug,
  label: z.string(),
  help: z.string(),
  kind: z.enum(["text", "url", "number"]),
  required: z.boolean(),
  placeholder: z.string(),
  minLength: z.nullable(z.int()),
  maxLength: z.nullable(z.int()),
  minimum: z.nullable(z.number()),
  maximum: z.nullable(z.number()),
  pattern: z.nullable(z.string()),
  /** Shown when `mode` of the conditions hold; always when there are none. */
  visibility: z.strictObject({ mode: z.enum(["any", "all"]), conditions: z.array(VisibilityCondition) }),
});
export const Plan = z.strictObject({
  key: Slug,
  name: z.string(),
  description: z.string(),
  cycle: z.enum(["one_time", "monthly", "quarterly", "annual"]),
  multiplierBp: z.int(),
  deltaMinor: z.int(),
  default: z.boolean(),
});

/** What a shopper chose, by key: options per group, add-ons in order, one plan, answers of custom fields. */
export const Selection = z.strictObject({
  options: z.record(Slug, z.array(Slug).check(z.maxLength(20))),
  addOns: z.array(Slug).check(z.maxLength(20)),
  plan: z.nullable(Slug),
  fields: z.record(Slug, z.string().check(z.maxLength(2000))),
});
export type Selection = z.infer<typeof Selection>;

export const Preset = z.strictObject({
  key: Slug,
  name: z.string(),
  summary: z.string(),
  badge: z.nullable(z.string()),
  quantity: z.int(),
  selection: Selection,
});

export const EvidencePolicy = z.strictObject({
  unit: z.string(),
  source: z.string(),
  check: z.string(),
  guaranteeDays: z.int(),
  thresholdPercent: z.int(),
});

export const Product = z.strictObject({
  ...ProductCard.shape,
  description: z.string(),
  quantity: z.strictObject({ minimum: z.int(), maximum: z.int(), step: z.int(), default: z.int() }),
  /** Net price of one unit before options. */
  unitPrice: Money,
  /** Share off the unit price from a quantity on, in basis points. */
  volumeTiers: z.array(z.strictObject({ fromQuantity: z.int(), discountBp: z.int() })),
  optionGroups: z.array(OptionGroup),
  addOns: z.array(AddOn),
  customFields: z.array(CustomField),
  plans: z.array(Plan),
  presets: z.array(Preset),
  faq: z.array(z.strictObject({ question: z.string(), answer: z.string() })),
  media: z.array(z.strictObject({ kind: z.enum(["art", "image"]), url: z.nullable(z.string()), alt: z.string() })),
  evidence: EvidencePolicy,
  /** `required`: sold only for a channel that can be measured. */
  measurement: z.enum(["required", "optional"]),
  /** `required`: sold only for a channel that the buyer proved to be theirs. */
  ownership: z.enum(ownershipPolicies),
});
export type Product = z.infer<typeof Product>;

export const PolicyDecision = z.strictObject({
  outcome: z.enum(["allowed", "review", "refused"]),
  /** `place` is where in the product, e.g. `title (en, de)`; `message` says both in English. */
  reasons: z.array(z.strictObject({ rule: z.enum(publishRules), place: z.nullable(z.string()), message: z.string() })),
  checkedAt: z.string(),
});
export type PolicyDecision = z.infer<typeof PolicyDecision>;

export const OperatorProduct = z.strictObject({
  id: ProductId,
  slug: Slug,
  title: Localized,
  state: ProductState,
  version: z.int(),
  category: ProductCategory,
  platforms: z.array(Platform),
  unitPrice: Money,
  capacityRemaining: z.nullable(z.int()),
  policy: z.nullable(PolicyDecision),
  updatedAt: z.string(),
});
export type OperatorProduct = z.infer<typeof OperatorProduct>;
