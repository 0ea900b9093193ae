import type { Currency, Locale } from "@smplat/contracts/vocabulary";
import type { CatalogProduct, FieldProblem, OptionGroup, Selection } from "#modules/catalog";
import { say } from "./check-answers.ts";

/** Choices in the product's own order, each once: two ways to write the same choice become one. */
export type Choices = Pick<Selection, "options" | "addOns" | "plan">;

export interface CheckedChoices {
  readonly choices: Choices;
  readonly problems: readonly FieldProblem[];
}

/** Everything about a product that a choice can be checked against. */
export type Choosable = Pick<CatalogProduct, "quantity" | "prices" | "optionGroups" | "addOns" | "plans">;

/** Checks quantity, currency, options, add-ons and plan. Without a plan the default one is taken. */
export function checkChoices(
  product: Choosable,
  request: { readonly quantity: number; readonly selection: Choices; readonly currency: Currency },
  locale: Locale,
): CheckedChoices {
  const { selection } = request;
  const problems = [...checkQuantity(product, request.quantity, locale)];
  const refuse = (path: string, message: string) => problems.push({ path, message });
  if (product.prices[request.currency] === undefined) refuse("currency", say("notPriced", locale));
  const options: Record<string, readonly string[]> = {};
  for (const group of product.optionGroups) {
    const chosen = chosenIn(group, selection);
    const problem = checkGroup(group, chosen, locale);
    if (problem !== null) refuse(`selection.options.${group.key}`, problem);
    const kept = group.options.map((option) => option.key).filter((key) => chosen.has(key));
    if (kept.length > 0) options[group.key] = kept;
  }
  for (const key of Object.keys(selection.options)) {
    if (!product.optionGroups.some((group) => group.key === key)) {
      refuse(`selection.options.${key}`, say("unknown", locale));
    }
  }
  const wanted = new Set(selection.addOns);
  for (const key of wanted) {
    if (!product.addOns.some((addOn) => addOn.key === key)) refuse(`selection.addOns.${key}`, say("unknown", locale));
  }
  const addOns = product.addOns.map((addOn) => addOn.key).filter((key) => wanted.has(key));
  const plan = selection.plan ?? product.plans.find((candidate) => candidate.default)?.key ?? null;
  if (plan !== null && !product.plans.some((candidate) => candidate.key === plan)) {
    refuse("selection.plan", say("unknown", locale));
  }
  return { choices: { options, addOns, plan }, problems };
}

function checkQuantity(product: Choosable, quantity: number, locale: Locale): FieldProblem[] {
  const { minimum, maximum, step } = product.quantity;
  const path = "quantity";
  if (!Number.isSafeInteger(quantity) || quantity < minimum || quantity > maximum) {
    return [{ path, message: say("quantityRange", locale, `${minimum}–${maximum}`) }];
  }
  return (quantity - minimum) % step === 0 ? [] : [{ path, message: say("quantityStep", locale, step) }];
}

const chosenIn = (group: OptionGroup, selection: Choices): Set<string> =>
  new Set(Object.hasOwn(selection.options, group.key) ? selection.options[group.key] : []);

function checkGroup(group: OptionGroup, chosen: ReadonlySet<string>, locale: Locale): string | null {
  if ([...chosen].some((key) => !group.options.some((option) => option.key === key))) return say("unknown", locale);
  if (group.required && chosen.size === 0) return say("chooseOne", locale);
  return group.kind === "single" && chosen.size > 1 ? say("onlyOne", locale) : null;
}
