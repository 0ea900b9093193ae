import type { Locale } from "@smplat/contracts/vocabulary";
import { defaultLocale } from "./locales.ts";

export type QueryValues = Readonly<Record<string, string | number | null | undefined>>;

/** The address of a page in a language, with the query values that are there. `path` starts with a slash. */
export function localeHref(locale: Locale, path: string, query: QueryValues = {}): string {
  const [bare = "/", fragment] = path.split("#");
  const prefixed = locale === defaultLocale ? bare : `/${locale}${bare === "/" ? "" : bare}`;
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== "") search.set(name, String(value));
  }
  // Handles read better with their own signs: `instagram:@brand`, and both are allowed in a query.
  const text = search.toString().replaceAll("%3A", ":").replaceAll("%40", "@");
  return `${prefixed}${text === "" ? "" : `?${text}`}${fragment === undefined ? "" : `#${fragment}`}`;
}
