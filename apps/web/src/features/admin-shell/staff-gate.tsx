import { buttonClasses } from "@smplat/ui/button";
import { EmptyState } from "@smplat/ui/empty-state";
import Link from "next/link";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { currentSession, isStaff } from "#api/current-session.ts";
import { shopContext } from "#shop-context/shop-context.ts";

/**
 * Lets staff through. Somebody nobody knows signs in first; a customer is told that this is not for them. Every page
 * has its own gate, because moving between pages does not draw the frame again.
 */
export async function StaffGate({ children }: { children: ReactNode }) {
  const [t, shop, session] = await Promise.all([
    getTranslations("admin.noPermission"),
    shopContext(),
    currentSession(),
  ]);
  if (session.awaiting !== null) redirect(shop.href("/second-factor", { next: `${shop.path}${shop.search}` }));
  if (session.user === null) redirect(shop.href("/login", { next: `${shop.path}${shop.search}` }));
  if (isStaff(session)) return children;
  return (
    <EmptyState
      kind="no-permission"
      title={t("title")}
      className="mx-auto my-[12vh] max-w-prose"
      action={
        <>
          <Link href={shop.href("/login", { next: shop.path })} className={buttonClasses()}>
            {t("signIn")}
          </Link>
          <Link href={shop.href("/")} className={buttonClasses({ variant: "secondary" })}>
            {t("shop")}
          </Link>
        </>
      }
    >
      {t("text", { email: session.user.email })}
    </EmptyState>
  );
}
