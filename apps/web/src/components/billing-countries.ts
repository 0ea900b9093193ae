import type { Locale } from "@smplat/contracts/vocabulary";

/** Where bills go: the EU, its neighbours, and the larger English-speaking markets (ISO 3166-1 alpha-2). */
const codes =
  "AT AU BE BG BR CA CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IN IS IT JP LI LT LU LV MT MX NL NO NZ PL PT RO SE SG SI SK US ZA";

/** The countries to choose from, by their names in a language. */
export function billingCountries(locale: Locale): readonly { readonly value: string; readonly label: string }[] {
  const names = new Intl.DisplayNames(locale, { type: "region" });
  return codes
    .split(" ")
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .toSorted((a, b) => a.label.localeCompare(b.label, locale));
}
