import type { Locale } from "@smplat/contracts/vocabulary";
import { inLocale } from "#kernel/locale";
import type { CatalogProduct, Selection } from "#modules/catalog";

/** Longest answer shown in a summary; the whole one stays in the selection. */
const shownLength = 120;

/** Choices and answers as short lines: "Format: Reel", "Express", "Link: https://…". */
export function summarize(
  product: Pick<CatalogProduct, "optionGroups" | "addOns" | "plans" | "customFields">,
  selection: Selection,
  locale: Locale,
): string[] {
  const options = product.optionGroups.flatMap((group) => {
    const names = group.options
      .filter((option) => selection.options[group.key]?.includes(option.key))
      .map((option) => inLocale(option.name, locale));
    return names.length === 0 ? [] : [`${inLocale(group.name, locale)}: ${names.join(", ")}`];
  });
  const addOns = product.addOns
    .filter((addOn) => selection.addOns.includes(addOn.key))
    .map((addOn) => inLocale(addOn.name, locale));
  const plans = product.plans
    .filter((plan) => plan.key === selection.plan && !plan.default)
    .map((plan) => inLocale(plan.name, locale));
  const answers = product.customFields.flatMap((field) => {
    const answer = Object.hasOwn(selection.fields, field.key) ? selection.fields[field.key] : undefined;
    return answer === undefined || answer === "" ? [] : [`${inLocale(field.label, locale)}: ${shorten(answer)}`];
  });
  return [...options, ...addOns, ...plans, ...answers];
}

function shorten(answer: string): string {
  const characters = [...answer.replaceAll(/\s+/g, " ")];
  return characters.length <= shownLength ? characters.join("") : `${characters.slice(0, shownLength - 1).join("")}…`;
}
