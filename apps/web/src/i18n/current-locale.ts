import type { Locale } from "@smplat/contracts/vocabulary";
import { getLocale } from "next-intl/server";
import { defaultLocale, isLocale } from "./locales.ts";

/** The language of this request. */
export async function currentLocale(): Promise<Locale> {
  const locale: string = await getLocale();
  return isLocale(locale) ? locale : defaultLocale;
}
