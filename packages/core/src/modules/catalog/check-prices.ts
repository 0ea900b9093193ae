import { currencies } from "@smplat/contracts/vocabulary";
import type { FieldProblem } from "./catalog-errors.ts";
import { optionPath, type PriceBook, type ProductContent } from "./product.ts";

/** Largest single price in minor units: far above anything sold here, far below what a sum could lose digits at. */
const priceMax = 1_000_000_00;
const isPrice = (value: number): boolean => Number.isSafeInteger(value) && value >= 0 && value <= priceMax;
const isDelta = (value: number): boolean => Number.isSafeInteger(value) && Math.abs(value) <= priceMax;

/** What is wrong with a draft's price books: gaps, strangers, and combinations that would cost less than nothing. */
export function checkPrices(draft: ProductContent): FieldProblem[] {
  const books = Object.entries(draft.prices);
  const strangers = books.filter(([currency]) => !currencies.some((known) => known === currency));
  return [
    ...strangers.map(([currency]) => ({ path: `prices.${currency}`, message: "is not a currency of the shop" })),
    ...books.flatMap(([currency, book]) => checkBook(`prices.${currency}`, book, draft)),
    ...draft.addOns
      .filter((addOn) => addOn.mode === "percentage" && !(addOn.amountBp >= 1 && addOn.amountBp <= 100_000))
      .map((addOn) => ({ path: `addOns.${addOn.key}.amountBp`, message: "1 to 100 000" })),
  ];
}

function checkBook(path: string, book: PriceBook, draft: ProductContent): FieldProblem[] {
  const optionKeys = new Set(
    draft.optionGroups.flatMap((group) => group.options.map((option) => optionPath(group.key, option.key))),
  );
  const pricedAddOns = new Set(draft.addOns.filter((addOn) => addOn.mode !== "percentage").map((addOn) => addOn.key));
  const planKeys = new Set(draft.plans.map((plan) => plan.key));
  const problems: FieldProblem[] = [];
  const refuse = (part: string, message: string) => problems.push({ path: `${path}.${part}`, message });
  if (!isPrice(book.unitMinor)) refuse("unitMinor", "a whole amount, zero or more");
  for (const [key, delta] of Object.entries(book.options)) {
    if (!optionKeys.has(key)) refuse(`options.${key}`, "does not exist");
    else if (!isDelta(delta)) refuse(`options.${key}`, "a whole amount");
  }
  for (const [key, amount] of Object.entries(book.addOns)) {
    if (!pricedAddOns.has(key)) refuse(`addOns.${key}`, "does not exist or is a percentage");
    else if (!isPrice(amount)) refuse(`addOns.${key}`, "a whole amount, zero or more");
  }
  for (const key of pricedAddOns) if (book.addOns[key] === undefined) refuse(`addOns.${key}`, "is missing");
  for (const [key, delta] of Object.entries(book.plans)) {
    if (!planKeys.has(key)) refuse(`plans.${key}`, "does not exist");
    else if (!isPrice(delta)) refuse(`plans.${key}`, "a whole amount, zero or more");
  }
  if (problems.length === 0 && lowestUnit(book, draft) < 0)
    refuse("options", "some choice would cost less than nothing");
  return problems;
}

/** What one unit costs with the largest discount and every option that lowers the price. */
function lowestUnit(book: PriceBook, draft: ProductContent): number {
  const discountBp = Math.max(0, ...draft.volumeTiers.map((tier) => tier.discountBp));
  const unit = Math.floor((book.unitMinor * (10_000 - discountBp)) / 10_000);
  return draft.optionGroups.reduce((lowest, group) => {
    const deltas = group.options.map((option) => book.options[optionPath(group.key, option.key)] ?? 0);
    const negatives = deltas.filter((delta) => delta < 0);
    const reduction = group.kind === "single" ? Math.min(0, ...deltas) : negatives.reduce((a, b) => a + b, 0);
    return lowest + reduction;
  }, unit);
}
