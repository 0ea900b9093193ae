import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AdminOrders } from "#features/admin-orders/admin-orders.tsx";
import { StaffGate } from "#features/admin-shell/staff-gate.tsx";
import type { SearchParams } from "#i18n/single-value.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin.orders");
  return { title: t("title"), robots: { index: false } };
}

export default async function AdminOrdersRoute({ searchParams }: { searchParams: Promise<SearchParams> }) {
  return (
    <StaffGate>
      <AdminOrders params={await searchParams} />
    </StaffGate>
  );
}
