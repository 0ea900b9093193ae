import type { Currency } from "@smplat/contracts/vocabulary";
import type { OptionGroup, PriceBook, ProductContent } from "#modules/catalog";
import { optionPath } from "#modules/catalog";
import { priceLine } from "./price-line.ts";

/**
 * The net price of the smallest order: the minimum quantity, in every group the cheapest choice one may make, no
 * add-ons, the cheapest plan. The product must be priced in the currency.
 */
export function smallestOrderNet(product: ProductContent, currency: Currency): number {
  const book = product.prices[currency];
  const options = Object.fromEntries(
    product.optionGroups.map((group) => [group.key, book === undefined ? [] : cheapestChoice(group, book)]),
  );
  const plans = product.plans.length === 0 ? [null] : product.plans.map((plan) => plan.key);
  const prices = plans.map(
    (plan) =>
      priceLine(product, {
        quantity: product.quantity.minimum,
        selection: { options, addOns: [], plan, fields: {} },
        currency,
        locale: "en",
      }).netMinor,
  );
  return Math.min(...prices);
}

function cheapestChoice(group: OptionGroup, book: PriceBook): string[] {
  const deltaOf = (key: string) => book.options[optionPath(group.key, key)] ?? 0;
  const rising = group.options.map((option) => option.key).sort((a, b) => deltaOf(a) - deltaOf(b));
  const cheaper = rising.filter((key) => deltaOf(key) < 0);
  const chosen = group.kind === "single" ? cheaper.slice(0, 1) : cheaper;
  return chosen.length === 0 && group.required ? rising.slice(0, 1) : chosen;
}
