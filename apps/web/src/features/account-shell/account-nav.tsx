import { Tabs } from "@smplat/ui/tabs";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { currentSession, isStaff } from "#api/current-session.ts";
import { SignOutButton } from "#components/sign-out-button.tsx";
import { shopContext } from "#shop-context/shop-context.ts";

/** Where one is in the account, who one is, and the way out. */
export async function AccountNav() {
  const [t, shop, session] = await Promise.all([getTranslations("account.nav"), shopContext(), currentSession()]);
  const orders = shop.href("/account/orders");
  const channels = shop.href("/account/channels");
  const profile = shop.href("/account/profile");
  const look = "tap inline-block font-semibold text-accent-ink underline-offset-4 hover:underline";
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 text-sm">
        <p className="min-w-0 text-ink-muted wrap-anywhere">
          {session.user === null ? t("guest") : t("signedInAs", { email: session.user.email })}
        </p>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          {isStaff(session) ? (
            <Link href={shop.href("/admin")} className={look}>
              {t("admin")}
            </Link>
          ) : null}
          {session.user === null ? (
            <Link href={shop.href("/login", { next: shop.path })} className={look}>
              {t("signIn")}
            </Link>
          ) : (
            <SignOutButton label={t("signOut")} workingLabel={t("signingOut")} />
          )}
        </div>
      </div>
      <Tabs
        label={t("label")}
        current={[profile, channels].find((page) => shop.href(shop.path).startsWith(page)) ?? orders}
        tabs={[
          { href: orders, label: t("orders") },
          { href: channels, label: t("channels") },
          ...(session.user === null ? [] : [{ href: profile, label: t("profile") }]),
        ]}
      />
    </div>
  );
}
