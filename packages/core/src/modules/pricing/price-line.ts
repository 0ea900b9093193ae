import type { Locale } from "@smplat/contracts/vocabulary";
import { inLocale } from "#kernel/locale";
import { basisPoints, scaleMinor, sumMinor } from "#kernel/money";
import { type CatalogProduct, optionPath, type PriceBook } from "#modules/catalog";
import { type Choices, checkChoices } from "./check-choices.ts";
import type { LineConfiguration, PricedLine, PricePart } from "./priced-line.ts";
import { selectionInvalid } from "./pricing-errors.ts";
import { summarize } from "./summarize.ts";

/** What of a product a price depends on. */
export type Priceable = Pick<
  CatalogProduct,
  "unit" | "quantity" | "prices" | "volumeTiers" | "optionGroups" | "addOns" | "plans" | "customFields"
>;

/**
 * The one place a price is computed: net = quantity × unit − volume discount on it + quantity × options, then add-ons
 * in the product's order (percentages of what stands so far), then the plan's multiplier and delta. Every step is
 * rounded once, half away from zero, and becomes a part; parts of zero are left out. Pure; the order in which the
 * request names its choices does not matter.
 *
 * Throws `selection.invalid` for choices the product does not have, `money.out-of-range` beyond 2^53.
 */
export function priceLine(product: Priceable, line: LineConfiguration): PricedLine {
  const { choices, problems } = checkChoices(product, line, line.locale);
  const book = product.prices[line.currency];
  if (problems.length > 0 || book === undefined) throw selectionInvalid(problems);
  const parts = [...unitParts(product, book, line), ...optionParts(product, book, choices, line)];
  let netMinor = sumMinor(parts.map((part) => part.amountMinor));
  for (const step of [
    ...addOnSteps(product, book, choices, line.locale),
    planStep(product, book, choices, line.locale),
  ]) {
    const part = step(netMinor);
    netMinor = sumMinor([netMinor, part.amountMinor]);
    parts.push(part);
  }
  return {
    parts: parts.filter((part) => part.kind === "base" || part.amountMinor !== 0),
    netMinor,
    summary: summarize(product, { ...choices, fields: line.selection.fields }, line.locale),
  };
}

function unitParts(product: Priceable, book: PriceBook, line: LineConfiguration): PricePart[] {
  const { quantity, locale } = line;
  const amountMinor = scaleMinor(book.unitMinor, quantity, 1);
  const label = `${quantity} × ${inLocale(product.unit, locale)}`;
  const base: PricePart = { kind: "base", key: null, label, amountMinor };
  const tier = product.volumeTiers.findLast((candidate) => quantity >= candidate.fromQuantity);
  if (tier === undefined) return [base];
  const percent = (tier.discountBp / 100).toLocaleString(locale);
  const discount = locale === "de" ? `Mengenrabatt ${percent} %` : `Volume discount ${percent} %`;
  return [
    base,
    { kind: "volume", key: null, label: discount, amountMinor: -basisPoints(amountMinor, tier.discountBp) },
  ];
}

function optionParts(product: Priceable, book: PriceBook, choices: Choices, line: LineConfiguration): PricePart[] {
  return product.optionGroups.flatMap((group) =>
    group.options
      .filter((option) => choices.options[group.key]?.includes(option.key))
      .map((option) => ({
        kind: "option" as const,
        key: option.key,
        label: `${inLocale(group.name, line.locale)}: ${inLocale(option.name, line.locale)}`,
        amountMinor: scaleMinor(book.options[optionPath(group.key, option.key)] ?? 0, line.quantity, 1),
      })),
  );
}

/** A step of the price that depends on what stands before it. */
type Step = (subtotalMinor: number) => PricePart;

function addOnSteps(product: Priceable, book: PriceBook, choices: Choices, locale: Locale): Step[] {
  return product.addOns
    .filter((addOn) => choices.addOns.includes(addOn.key))
    .map((addOn) => (subtotalMinor) => ({
      kind: "add_on",
      key: addOn.key,
      label: inLocale(addOn.name, locale),
      amountMinor:
        addOn.mode === "percentage" ? basisPoints(subtotalMinor, addOn.amountBp) : (book.addOns[addOn.key] ?? 0),
    }));
}

function planStep(product: Priceable, book: PriceBook, choices: Choices, locale: Locale): Step {
  const plan = product.plans.find((candidate) => candidate.key === choices.plan);
  if (plan === undefined) return () => ({ kind: "plan", key: null, label: "", amountMinor: 0 });
  return (subtotalMinor) => ({
    kind: "plan",
    key: plan.key,
    label: inLocale(plan.name, locale),
    amountMinor: sumMinor([basisPoints(subtotalMinor, plan.multiplierBp - 10_000), book.plans[plan.key] ?? 0]),
  });
}
