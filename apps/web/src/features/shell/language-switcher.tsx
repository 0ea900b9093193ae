"use client";

import { locales } from "@smplat/contracts/vocabulary";
import { usePathname, useSearchParams } from "next/navigation";
import { useCopy, useLocale } from "#i18n/copy.tsx";
import { localeHref } from "#i18n/href.ts";
import { splitLocale } from "#i18n/locales.ts";

/** The same page in the other language. Plain links: the whole document changes, its `lang` included. */
export function LanguageSwitcher() {
  const t = useCopy("shell");
  const current = useLocale();
  const { path } = splitLocale(usePathname());
  const query = Object.fromEntries(useSearchParams());
  return (
    <nav aria-label={t("language.label")} className="flex gap-1 text-sm">
      {locales.map((locale) => (
        <a
          key={locale}
          href={localeHref(locale, path, query)}
          lang={locale}
          hrefLang={locale}
          aria-current={locale === current ? "true" : undefined}
          className="tap rounded-md px-2 py-1.5 hover:bg-surface-hover aria-current:font-semibold aria-current:underline aria-current:underline-offset-4"
        >
          {t(`language.${locale}`)}
        </a>
      ))}
    </nav>
  );
}
