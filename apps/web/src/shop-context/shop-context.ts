import type { Currency, Locale } from "@smplat/contracts/vocabulary";
import { cookies, headers } from "next/headers";
import { cache } from "react";
import { currentLocale } from "#i18n/current-locale.ts";
import { localeHref, type QueryValues } from "#i18n/href.ts";
import { parsePlatform, type ShopPlatform } from "./platform-context.ts";
import { requestHeaders } from "./request-headers.ts";

export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

export interface ShopContext {
  readonly locale: Locale;
  readonly currency: Currency;
  /** Whose VAT prices are shown with until a billing address is known. */
  readonly country: string;
  readonly platform: ShopPlatform | null;
  readonly theme: Theme;
  /** Path of the page asked for, without the language. */
  readonly path: string;
  readonly search: string;
  /** The address of a page in this language. */
  readonly href: (path: string, query?: QueryValues) => string;
}

/** What holds for this request: language, currency, the channel shopped for, the theme. */
export const shopContext = cache(async (): Promise<ShopContext> => {
  const [locale, incoming, jar] = await Promise.all([currentLocale(), headers(), cookies()]);
  const theme = themes.find((name) => name === jar.get("smplat_theme")?.value) ?? "system";
  return {
    locale,
    currency: "EUR",
    country: "DE",
    platform: parsePlatform(decodeURIComponent(incoming.get(requestHeaders.platform) ?? "")),
    theme,
    path: incoming.get(requestHeaders.path) ?? "/",
    search: incoming.get(requestHeaders.search) ?? "",
    href: (path, query) => localeHref(locale, path, query),
  };
});
