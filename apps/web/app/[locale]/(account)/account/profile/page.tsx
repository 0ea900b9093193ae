import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { currentSession } from "#api/current-session.ts";
import { ProfilePage } from "#features/account-profile/profile-page.tsx";
import { AccountFrame } from "#features/account-shell/account-frame.tsx";
import { shopContext } from "#shop-context/shop-context.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account.profile");
  return { title: t("title"), robots: { index: false } };
}

export default async function ProfileRoute() {
  const [t, shop, session] = await Promise.all([getTranslations("account.profile"), shopContext(), currentSession()]);
  if (session.user === null) redirect(shop.href("/login", { next: "/account/profile" }));
  return (
    <AccountFrame title={t("title")} lead={t("lead")}>
      <ProfilePage />
    </AccountFrame>
  );
}
