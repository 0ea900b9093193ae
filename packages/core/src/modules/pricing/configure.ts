import type { Platform } from "@smplat/contracts/vocabulary";
import type { CatalogProduct, Selection } from "#modules/catalog";
import { checkAnswers } from "./check-answers.ts";
import { checkChoices } from "./check-choices.ts";
import type { LineConfiguration } from "./priced-line.ts";
import { platformNotEligible, selectionInvalid } from "./pricing-errors.ts";

/**
 * Checks a whole configuration against the product and returns the selection as it is stored: choices in the product's
 * order, the default plan filled in, answers trimmed and only those that were asked for. Pure. Throws
 * `selection.invalid` with every problem at once, and `selection.platform-not-eligible`.
 */
export function configure(
  product: CatalogProduct,
  request: LineConfiguration & { readonly platform: Platform | null },
): Selection {
  const { platform, locale } = request;
  if (platform !== null && !product.platforms.includes(platform)) {
    throw platformNotEligible(platform, product.platforms);
  }
  const { choices, problems } = checkChoices(product, request, locale);
  const chosen = { ...choices, fields: request.selection.fields };
  const checked = checkAnswers(product, chosen, platform, locale);
  const all = [...problems, ...checked.problems];
  if (all.length > 0) throw selectionInvalid(all);
  return { ...choices, fields: checked.answers };
}
