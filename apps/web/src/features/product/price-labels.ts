import type { Money, Product } from "@smplat/contracts";
import type { Locale } from "@smplat/contracts/vocabulary";
import { formatAmount } from "@smplat/ui/amount";

/** What a choice adds, in words, by the key of the choice. */
export type PriceLabels = Readonly<Record<string, string>>;

const basis = 10_000;

/**
 * Rough price tags beside the choices, with VAT, written by the server when the page is made. The price that counts is
 * the quote's.
 */
export function priceLabels(product: Product, locale: Locale): PriceLabels {
  const { currency } = product.fromPrice;
  const percent = new Intl.NumberFormat(locale, { style: "percent", signDisplay: "exceptZero" });
  const withTax = (netMinor: number): Money["amountMinor"] =>
    Math.round((netMinor * (basis + product.taxRateBp)) / basis);
  const amount = (netMinor: number) => formatAmount(withTax(netMinor), currency, locale, true);
  const options = product.optionGroups.flatMap((group) =>
    group.options.map(({ key, priceDeltaMinor }) => [
      `option:${group.key}:${key}`,
      priceDeltaMinor === 0 ? "" : `${amount(priceDeltaMinor)} / ${product.unit}`,
    ]),
  );
  const addOns = product.addOns.map(({ key, mode, amount: value }) => [
    `add-on:${key}`,
    mode === "percentage" ? percent.format(value / basis) : amount(value),
  ]);
  const plans = product.plans.map(({ key, multiplierBp, deltaMinor }) => {
    const share = multiplierBp === basis ? "" : percent.format(multiplierBp / basis - 1);
    return [`plan:${key}`, [share, deltaMinor === 0 ? "" : amount(deltaMinor)].filter(Boolean).join(", ")];
  });
  return Object.fromEntries([...options, ...addOns, ...plans]);
}
