import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AdminProducts } from "#features/admin-products/admin-products.tsx";
import { StaffGate } from "#features/admin-shell/staff-gate.tsx";
import type { SearchParams } from "#i18n/single-value.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin.products");
  return { title: t("title"), robots: { index: false } };
}

export default async function AdminProductsRoute({ searchParams }: { searchParams: Promise<SearchParams> }) {
  return (
    <StaffGate>
      <AdminProducts params={await searchParams} />
    </StaffGate>
  );
}
