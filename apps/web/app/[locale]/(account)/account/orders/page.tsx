import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OrdersPage } from "#features/account-orders/orders-page.tsx";
import { RedeemAccess } from "#features/account-orders/redeem-access.tsx";
import { AccountFrame } from "#features/account-shell/account-frame.tsx";
import { type SearchParams, singleValue } from "#i18n/single-value.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account.list");
  return { title: t("title"), robots: { index: false } };
}

export default async function OrdersRoute({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [t, query] = await Promise.all([getTranslations("account.list"), searchParams]);
  const token = singleValue(query, "access");
  return (
    <AccountFrame title={t("title")} lead={t("lead")}>
      {token === undefined ? (
        <OrdersPage cursor={singleValue(query, "cursor")} />
      ) : (
        <RedeemAccess token={token} orderId={null} />
      )}
    </AccountFrame>
  );
}
