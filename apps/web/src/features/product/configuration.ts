import type { Product, Selection } from "@smplat/contracts";
import type { Platform } from "@smplat/contracts/vocabulary";

/** What the configurator needs of a product. */
export type ConfigurableProduct = Pick<
  Product,
  | "id"
  | "slug"
  | "title"
  | "unit"
  | "platforms"
  | "fromPrice"
  | "taxRateBp"
  | "availability"
  | "quantity"
  | "volumeTiers"
  | "optionGroups"
  | "addOns"
  | "customFields"
  | "plans"
  | "presets"
  | "measurement"
  | "ownership"
>;
export type CustomField = Product["customFields"][number];

/** What a shopper has chosen so far, on this page only. */
export interface Configuration {
  readonly quantity: number;
  readonly options: Readonly<Record<string, readonly string[]>>;
  readonly addOns: readonly string[];
  readonly plan: string | null;
  readonly fields: Readonly<Record<string, string>>;
}

/** The plain product: one choice where at least one is needed, the usual quantity, and no extra that nobody asked for. */
export function startConfiguration(product: ConfigurableProduct): Configuration {
  const options = product.optionGroups.flatMap((group) => {
    const first = group.options.find(({ recommended }) => recommended) ?? group.options[0];
    return group.required && first ? [[group.key, [first.key]] as const] : [];
  });
  return {
    quantity: product.quantity.default,
    options: Object.fromEntries(options),
    addOns: [],
    plan: (product.plans.find((plan) => plan.default) ?? product.plans[0])?.key ?? null,
    fields: {},
  };
}

/** A stored configuration made to fit the product as it is today: what no longer exists is dropped. */
export function fitConfiguration(product: ConfigurableProduct, stored: Partial<Configuration>): Configuration {
  const start = startConfiguration(product);
  const options = product.optionGroups.flatMap((group) => {
    const known = (stored.options?.[group.key] ?? start.options[group.key] ?? []).filter((key) =>
      group.options.some((option) => option.key === key),
    );
    return known.length > 0 ? [[group.key, group.kind === "single" ? known.slice(0, 1) : known] as const] : [];
  });
  const fields = product.customFields.flatMap(({ key }) => {
    const value = stored.fields?.[key];
    return typeof value === "string" ? [[key, value] as const] : [];
  });
  return {
    quantity: fitQuantity(product.quantity, stored.quantity ?? start.quantity),
    options: { ...start.options, ...Object.fromEntries(options) },
    addOns: product.addOns.map(({ key }) => key).filter((key) => stored.addOns?.includes(key)),
    plan: product.plans.some(({ key }) => key === stored.plan) ? (stored.plan ?? null) : start.plan,
    fields: Object.fromEntries(fields),
  };
}

/** The nearest quantity that can be ordered. */
export function fitQuantity({ minimum, maximum, step }: Product["quantity"], wanted: number): number {
  if (!Number.isFinite(wanted)) return minimum;
  const bounded = Math.min(maximum, Math.max(minimum, Math.round(wanted)));
  return minimum + Math.floor((bounded - minimum) / step) * step;
}

/** Whether a field is asked for, given what was chosen. */
export function isVisible(field: CustomField, configuration: Configuration, platform: Platform | null): boolean {
  const { mode, conditions } = field.visibility;
  if (conditions.length === 0) return true;
  const chosen = Object.entries(configuration.options).flatMap(([group, keys]) => keys.map((one) => `${group}/${one}`));
  const holds = conditions.map(({ kind, key }) => {
    if (kind === "option") return chosen.includes(key);
    if (kind === "add_on") return configuration.addOns.includes(key);
    return kind === "plan" ? configuration.plan === key : platform === key;
  });
  return mode === "any" ? holds.includes(true) : !holds.includes(false);
}

/**
 * The selection as it is sent: only fields that are asked for and filled in, without the `unusable` answers, which would
 * have the server refuse a price that does not depend on them.
 */
export function selectionOf(
  product: ConfigurableProduct,
  configuration: Configuration,
  platform: Platform | null,
  unusable: ReadonlySet<string> = new Set(),
): Selection {
  const fields = product.customFields.flatMap((field) => {
    const typed = configuration.fields[field.key]?.trim() ?? "";
    const value = field.kind === "number" ? typed.replace(",", ".") : typed;
    if (unusable.has(field.key)) return [];
    return value !== "" && isVisible(field, configuration, platform) ? [[field.key, value] as const] : [];
  });
  const options = Object.entries(configuration.options).filter(([, keys]) => keys.length > 0);
  return {
    options: Object.fromEntries(options.map(([key, keys]) => [key, [...keys]])),
    addOns: [...configuration.addOns],
    plan: configuration.plan,
    fields: Object.fromEntries(fields),
  };
}
