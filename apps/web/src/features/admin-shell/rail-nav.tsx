"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useCopy } from "#i18n/copy.tsx";
import { splitLocale } from "#i18n/locales.ts";
import { useHref } from "#shop-context/shop-provider.tsx";
import { adminPages } from "./admin-pages.ts";

export function RailNav() {
  const t = useCopy("admin");
  const href = useHref();
  const { path } = splitLocale(usePathname());
  return (
    <nav aria-label={t("nav.label")} className="grid min-w-0 gap-0.5">
      {adminPages.map((page) => (
        <Link
          key={page.name}
          href={href(page.path)}
          aria-current={path.startsWith(page.path) ? "page" : undefined}
          className="rounded-md px-2 py-2.5 text-sm md:py-1.5 font-semibold text-ink-muted hover:bg-surface-hover hover:text-ink aria-[current]:bg-accent-soft aria-[current]:text-accent-ink"
        >
          {t(`nav.${page.name}`)}
        </Link>
      ))}
    </nav>
  );
}
