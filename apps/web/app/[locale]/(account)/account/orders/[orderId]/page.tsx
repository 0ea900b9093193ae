import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { loadOrder } from "#features/account-orders/load-order.ts";
import { OrderMissing } from "#features/account-orders/order-missing.tsx";
import { OrderPage } from "#features/account-orders/order-page.tsx";
import { RedeemAccess } from "#features/account-orders/redeem-access.tsx";
import { AccountFrame } from "#features/account-shell/account-frame.tsx";
import { type SearchParams, singleValue } from "#i18n/single-value.ts";

interface Props {
  params: Promise<{ orderId: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account.order");
  return { title: t("untitled"), robots: { index: false }, referrer: "no-referrer" };
}

export default async function OrderRoute({ params, searchParams }: Props) {
  const [t, { orderId }, query] = await Promise.all([getTranslations("account.order"), params, searchParams]);
  const token = singleValue(query, "access");
  const view = token === undefined ? await loadOrder(orderId) : null;
  const number = view?.order.number ?? null;
  return (
    <AccountFrame title={number === null ? t("untitled") : t("title", { number })}>
      {token !== undefined ? <RedeemAccess token={token} orderId={orderId} /> : null}
      {token === undefined && view === null ? <OrderMissing /> : null}
      {view === null ? null : <OrderPage view={view} />}
    </AccountFrame>
  );
}
