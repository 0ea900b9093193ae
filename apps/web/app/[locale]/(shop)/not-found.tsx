import { buttonClasses } from "@smplat/ui/button";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { PageMessage } from "#features/shell/page-message.tsx";
import { shopContext } from "#shop-context/shop-context.ts";

export default async function NotFound() {
  const [t, shop] = await Promise.all([getTranslations("shell.notFound"), shopContext()]);
  return (
    <PageMessage title={t("title")} text={t("text")}>
      <Link href={shop.href("/products")} className={buttonClasses()}>
        {t("products")}
      </Link>
      <Link href={shop.href("/")} className={buttonClasses({ variant: "secondary" })}>
        {t("home")}
      </Link>
    </PageMessage>
  );
}
