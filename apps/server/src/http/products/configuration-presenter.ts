import type { Product } from "@smplat/contracts";
import type { Locale } from "@smplat/contracts/vocabulary";
import { type CatalogProduct, optionPath, type PriceBook } from "@smplat/core";
import type { ProductView } from "./presenter.ts";

type Configuration = Pick<
  Product,
  "unitPrice" | "volumeTiers" | "optionGroups" | "addOns" | "customFields" | "plans" | "presets"
>;

const nothing: PriceBook = { unitMinor: 0, options: {}, addOns: {}, plans: {} };

/** What a shopper can choose and answer, with net prices in one currency. */
export function presentConfiguration(product: CatalogProduct, view: ProductView): Configuration {
  const { locale, currency } = view;
  const book = product.prices[currency] ?? nothing;
  return {
    unitPrice: { amountMinor: book.unitMinor, currency },
    volumeTiers: product.volumeTiers.map(({ fromQuantity, discountBp }) => ({ fromQuantity, discountBp })),
    optionGroups: product.optionGroups.map((group) => ({
      key: group.key,
      ...named(group, locale),
      kind: group.kind,
      required: group.required,
      options: group.options.map((option) => ({
        key: option.key,
        ...named(option, locale),
        priceDeltaMinor: book.options[optionPath(group.key, option.key)] ?? 0,
        recommended: option.recommended,
      })),
    })),
    addOns: product.addOns.map((addOn) => ({
      key: addOn.key,
      ...named(addOn, locale),
      mode: addOn.mode,
      amount: addOn.mode === "percentage" ? addOn.amountBp : (book.addOns[addOn.key] ?? 0),
      recommended: addOn.recommended,
    })),
    customFields: product.customFields.map((field) => presentField(field, locale)),
    plans: product.plans.map((plan) => ({
      key: plan.key,
      ...named(plan, locale),
      cycle: plan.cycle,
      multiplierBp: plan.multiplierBp,
      deltaMinor: book.plans[plan.key] ?? 0,
      default: plan.default,
    })),
    presets: product.presets.map((preset) => presentPreset(preset, locale)),
  };
}

interface Named {
  readonly name: CatalogProduct["title"];
  readonly description: CatalogProduct["title"];
}
const named = ({ name, description }: Named, locale: Locale) => ({
  name: name[locale],
  description: description[locale],
});

function presentField(field: CatalogProduct["customFields"][number], locale: Locale): Product["customFields"][number] {
  return {
    key: field.key,
    label: field.label[locale],
    help: field.help[locale],
    kind: field.kind,
    required: field.required,
    placeholder: field.placeholder[locale],
    minLength: field.minLength,
    maxLength: field.maxLength,
    minimum: field.minimum,
    maximum: field.maximum,
    pattern: field.pattern,
    visibility: {
      mode: field.visibility.mode,
      conditions: field.visibility.conditions.map(({ kind, key }) => ({ kind, key })),
    },
  };
}

function presentPreset(preset: CatalogProduct["presets"][number], locale: Locale): Product["presets"][number] {
  const { selection } = preset;
  return {
    key: preset.key,
    name: preset.name[locale],
    summary: preset.summary[locale],
    badge: preset.badge?.[locale] ?? null,
    quantity: preset.quantity,
    selection: {
      options: Object.fromEntries(Object.entries(selection.options).map(([group, keys]) => [group, [...keys]])),
      addOns: [...selection.addOns],
      plan: selection.plan,
      fields: { ...selection.fields },
    },
  };
}
