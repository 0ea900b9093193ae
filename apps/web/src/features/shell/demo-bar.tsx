import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { shopContext } from "#shop-context/shop-context.ts";

/** Says that this is a demo, on every page, for as long as it is one. */
export async function DemoBar() {
  const [t, shop] = await Promise.all([getTranslations("shell.demo"), shopContext()]);
  return (
    <aside aria-label={t("title")} className="bg-inverse text-on-inverse">
      <p className="mx-auto flex max-w-page flex-wrap items-center gap-x-3 px-4 py-1.5 text-xs sm:px-6">
        <strong>{t("title")}</strong>
        <span className="min-w-0 flex-1">{t("text")}</span>
        <Link href={shop.href("/login")} className="tap -my-1.5 underline underline-offset-2">
          {t("logins")}
        </Link>
      </p>
    </aside>
  );
}
