import type { Platform } from "@smplat/contracts/vocabulary";
import type { CatalogProduct, Selection } from "#modules/catalog";
import { checkAnswers } from "./check-answers.ts";
import { checkChoices } from "./check-choices.ts";
import type { LineConfiguration } from "./priced-line.ts";
import { platformNotEligible, selectionInvalid } from "./pricing-errors.ts";

export interface Configured {
  /** As it is stored: choices in the product's order, the default plan filled in, only answers that were asked for. */
  readonly selection: Selection;
  /** Keys of the required questions still to be answered, in the product's order. */
  readonly missing: readonly string[];
}

/**
 * Checks a whole configuration against the product. An answer that is not there yet is no problem, a wrong one is. Pure.
 * Throws `selection.invalid` with every problem at once, and `selection.platform-not-eligible`.
 */
export function configure(
  product: CatalogProduct,
  request: LineConfiguration & { readonly platform: Platform | null },
): Configured {
  const { platform, locale } = request;
  if (platform !== null && !product.platforms.includes(platform)) {
    throw platformNotEligible(platform, product.platforms);
  }
  const { choices, problems } = checkChoices(product, request, locale);
  const chosen = { ...choices, fields: request.selection.fields };
  const checked = checkAnswers(product, chosen, platform, locale);
  const all = [...problems, ...checked.problems];
  if (all.length > 0) throw selectionInvalid(all);
  return { selection: { ...choices, fields: checked.answers }, missing: checked.missing };
}
