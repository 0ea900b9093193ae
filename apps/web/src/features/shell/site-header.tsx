import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { shopContext } from "#shop-context/shop-context.ts";
import { CartLink } from "./cart-link.tsx";
import { HeaderIcon } from "./header-icon.tsx";
import { PlatformSwitcher } from "./platform-switcher.tsx";
import type { ShellData } from "./shell-data.ts";
import { Wordmark } from "./wordmark.tsx";

const linkClasses = "tap rounded-md px-2 py-2 sm:px-2.5 text-sm font-semibold text-ink hover:bg-surface-hover";

export async function SiteHeader({ session }: Pick<ShellData, "session">) {
  const [t, shop] = await Promise.all([getTranslations("shell"), shopContext()]);
  const account = session?.user
    ? { href: "/account", label: t("nav.account") }
    : { href: "/login", label: t("nav.signIn") };
  const links = [
    { href: "/products", label: t("nav.products") },
    { href: "/#how", label: t("nav.how") },
    { href: "/what-we-dont-sell", label: t("nav.refused") },
  ];
  return (
    <header className="sticky top-0 z-30 border-b border-line bg-canvas/95 backdrop-blur-sm">
      <div className="mx-auto flex max-w-page items-center gap-x-1 px-4 py-2 sm:px-6">
        <Link href={shop.href("/")} className="tap rounded-md py-1 pe-2 md:me-auto lg:me-4">
          <Wordmark name={t("brand")} />
        </Link>
        <nav aria-label={t("nav.label")} className="hidden items-center lg:flex">
          {links.map((link) => (
            <Link key={link.href} href={shop.href(link.href)} className={linkClasses}>
              {link.label}
            </Link>
          ))}
        </nav>
        <div className="min-w-0 flex-1 md:flex-none lg:ms-auto">
          <PlatformSwitcher />
        </div>
        <Link href={shop.href(account.href)} className={`${linkClasses} hidden lg:block`}>
          {account.label}
        </Link>
        <CartLink />
        <details className="relative lg:hidden">
          <summary className={`${linkClasses} cursor-pointer`}>
            <HeaderIcon name="menu" />
            <span className="sr-only sm:not-sr-only">{t("nav.menu")}</span>
          </summary>
          <nav
            aria-label={t("nav.label")}
            className="absolute end-0 top-full z-40 mt-1 grid w-64 rounded-lg border border-line bg-surface-raised p-2 shadow-overlay"
          >
            {[...links, account].map((link) => (
              <Link key={link.href} href={shop.href(link.href)} className={linkClasses}>
                {link.label}
              </Link>
            ))}
          </nav>
        </details>
      </div>
    </header>
  );
}
