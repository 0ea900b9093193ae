import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { shopContext } from "#shop-context/shop-context.ts";
import { LanguageSwitcher } from "./language-switcher.tsx";
import { ThemeSwitcher } from "./theme-switcher.tsx";

export async function SiteFooter() {
  const [t, shop] = await Promise.all([getTranslations("shell.footer"), shopContext()]);
  const groups = [
    {
      title: t("shop"),
      links: [
        ["/products", t("allProducts")],
        ["/what-we-dont-sell", t("refused")],
      ],
    },
    {
      title: t("help"),
      links: [
        ["/account/orders", t("findOrder")],
        ["/verify", t("verify")],
      ],
    },
    {
      title: t("legal"),
      links: [
        ["/terms", t("terms")],
        ["/privacy", t("privacy")],
        ["/imprint", t("imprint")],
        ["/withdrawal", t("withdrawal")],
      ],
    },
  ] as const;
  return (
    <footer className="mt-16 border-t border-line bg-surface-sunken">
      <div className="mx-auto grid max-w-page grid-cols-2 gap-8 px-4 py-10 sm:grid-cols-3 sm:px-6 lg:grid-cols-[2fr_1fr_1fr_1fr]">
        <p className="col-span-full max-w-prose text-sm text-ink-muted lg:col-span-1">{t("promise")}</p>
        {groups.map((group) => (
          <nav key={group.title} aria-label={group.title} className="grid content-start gap-1">
            <p className="text-sm font-semibold">{group.title}</p>
            {group.links.map(([path, label]) => (
              <Link
                key={path}
                href={shop.href(path)}
                className="tap w-fit py-1 text-sm text-ink-muted hover:text-ink hover:underline"
              >
                {label}
              </Link>
            ))}
          </nav>
        ))}
      </div>
      <div className="mx-auto flex max-w-page flex-wrap items-center gap-x-6 gap-y-2 border-t border-line px-4 py-4 sm:px-6">
        <p className="min-w-0 flex-1 basis-64 text-xs text-ink-muted">{t("vat")}</p>
        <LanguageSwitcher />
        <ThemeSwitcher theme={shop.theme} />
      </div>
    </footer>
  );
}
