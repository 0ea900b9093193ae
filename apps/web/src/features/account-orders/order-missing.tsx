import { Notice } from "@smplat/ui/notice";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { shopContext } from "#shop-context/shop-context.ts";
import { FindOrder } from "./find-order.tsx";

/** An order that is not there, or not this visitor's: the ways that lead to it. */
export async function OrderMissing() {
  const [t, access, shop] = await Promise.all([
    getTranslations("account.missing"),
    getTranslations("account.access"),
    shopContext(),
  ]);
  return (
    <div className="grid gap-6">
      <Notice
        tone="warning"
        title={t("title")}
        action={
          <Link
            href={shop.href("/login", { next: shop.path })}
            className="tap inline-block font-semibold text-accent-ink underline-offset-4 hover:underline"
          >
            {access("signIn")}
          </Link>
        }
      >
        {t("text")}
      </Notice>
      <FindOrder />
    </div>
  );
}
